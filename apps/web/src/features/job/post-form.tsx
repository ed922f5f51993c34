"use client";

import { Group, MultiSelect, NumberInput, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type JobView, WORKPLACES } from "@rubric/domain/job/schemas";
import { useEffect, useMemo } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { errorsBut, fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { allPlaces } from "../../ui/places.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { useDraft } from "../../ui/use-draft.ts";
import { CURRENCIES } from "./currencies.ts";
import { workplaceWords } from "./job-words.ts";
import { PostQuestions } from "./post-questions.tsx";
import { PostStatementFields } from "./post-statement-fields.tsx";
import { RegionalPayFields } from "./regional-pay-fields.tsx";
import { contentOf, KeptPost, type PostValues, startValues, whatIsMissing } from "./post-values.ts";
import classes from "./posts-page.module.css";

/** What the form calls otherwise than what is sent. */
const NAMES = { "pay.minMinor": "payMin", "pay.maxMinor": "payMax" };

/** Writes the draft of the post: the one there is, or the next version of what was published. */
export function PostForm({ job }: { job: JobView }) {
  const trpc = useTRPC();
  const save = useCommand(trpc.job.savePost.mutationOptions());
  const places = useMemo(() => allPlaces(), []);
  const newest = job.posts[0];
  const upon = `${newest?.id ?? ""}${newest?.state ?? ""}`;
  const form = useForm<PostValues>({ initialValues: startValues(job) });
  const draft = useDraft(`post:${job.id}`, 1, KeptPost, (found) => {
    if (found.value.upon === upon) form.setValues(found.value.values);
  });
  const { keep } = draft;
  const { values } = form;
  const typed = form.isDirty();
  useEffect(() => {
    if (typed) keep({ upon, values });
  }, [typed, keep, upon, values]);
  const published = job.posts.find((post) => post.state === "published");
  const forgive = (field: string) => form.setErrors((errors) => errorsBut(errors, field));
  const dirty = typed || newest === undefined;
  const submit = form.onSubmit(async (typedNow) => {
    try {
      await save.run({ jobId: job.id, post: contentOf(typedNow) });
      form.resetDirty(typedNow);
      draft.clear();
      toastDone("The draft is saved.");
    } catch (error) {
      form.setErrors(fieldErrors(error, "post", NAMES));
    }
  });
  return (
    <Form onSubmit={submit} className={classes.panel}>
      <Stack gap="md">
        <p className={classes.lead}>
          {newest?.state === "draft"
            ? `Version ${newest.number}, a draft.`
            : published === undefined
              ? "A new version of the post."
              : `Version ${published.number} is public and stays as it is; what you write here becomes the next one.`}
        </p>
        <TextInput label="Title" {...form.getInputProps("title")} />
        <Textarea
          label="Text"
          description="What the work is, with whom, and what someone brings. An empty line begins a paragraph."
          autosize
          minRows={10}
          {...form.getInputProps("body")}
        />
        <Group grow align="start" wrap="wrap" className={classes.pay}>
          <NumberInput
            label="Pay from, a year"
            min={0}
            allowNegative={false}
            hideControls
            thousandSeparator=" "
            {...form.getInputProps("payMin")}
          />
          <NumberInput
            label="Pay to, a year"
            min={0}
            allowNegative={false}
            hideControls
            thousandSeparator=" "
            {...form.getInputProps("payMax")}
          />
          <Select
            label="Currency"
            allowDeselect={false}
            data={CURRENCIES}
            {...form.getInputProps("currency")}
          />
        </Group>
        <Group grow align="start" wrap="wrap" className={classes.pay}>
          <Select
            label="Where the work is done"
            allowDeselect={false}
            data={WORKPLACES.map((value) => ({ value, label: workplaceWords[value] }))}
            {...form.getInputProps("workplace")}
          />
          <DayField
            label="Last day to apply"
            clearButtonProps={{ "aria-label": "Clear the date" }}
            clearable
            minDate={job.postDefaults.today}
            valueFormat="D MMM YYYY"
            {...form.getInputProps("closingDate")}
          />
        </Group>
        <MultiSelect
          label="Places"
          searchable
          hidePickedOptions
          limit={40}
          data={places}
          {...form.getInputProps("locations")}
        />
        <RegionalPayFields
          ranges={values.regionalPay}
          places={places}
          currency={values.currency}
          errors={form.errors}
          onChange={(ranges) => {
            form.setFieldValue("regionalPay", ranges);
            forgive(placeIn("statements.regionalPay", values.regionalPay, ranges));
          }}
        />
        <PostStatementFields
          said={values.statements}
          errors={form.errors}
          onChange={(said) => {
            form.setFieldValue("statements", said);
            for (const key of changedKeys(values.statements, said)) forgive(`statements.${key}`);
          }}
        />
        <PostQuestions
          questions={values.questions}
          errors={form.errors}
          onChange={(questions) => {
            form.setFieldValue("questions", questions);
            forgive(placeIn("questions", values.questions, questions));
          }}
        />
        <Textarea
          label="Privacy notice"
          description="What becomes of what people send; each applicant keeps the version they saw."
          autosize
          minRows={3}
          maxRows={10}
          {...form.getInputProps("privacyNotice")}
        />
        <FormRefusal refusal={save.refusal} />
        <Group justify="flex-end">
          <ReasonButton
            type="submit"
            variant="light"
            loading={save.running}
            reason={dirty ? whatIsMissing(values) : "Nothing is changed."}
          >
            Save the draft
          </ReasonButton>
        </Group>
      </Stack>
    </Form>
  );
}

/** The item of a list that was changed, or the list where one came or went. */
function placeIn(list: string, before: readonly unknown[], after: readonly unknown[]): string {
  const at = after.findIndex((item, index) => item !== before[index]);
  return before.length === after.length && at !== -1 ? `${list}.${at}` : list;
}

function changedKeys<Values extends object>(before: Values, after: Values): string[] {
  const was = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([key, value]) => (was.get(key) === value ? [] : [key]));
}
