"use client";

import { Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { PublicPostView } from "@rubric/domain/candidate/schemas";
import { useEffect, useRef, useState } from "react";
import { z } from "zod";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { formErrors, linesOf } from "./form-errors.ts";
import { KeptPapers, noPapers, type Papers, PapersField } from "./papers-field.tsx";
import classes from "./public.module.css";
import { Thanks } from "./thanks.tsx";

const Values = z.object({
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  links: z.string(),
  answers: z.record(z.string(), z.string()),
});
type Values = z.infer<typeof Values>;
const Kept = z.object({ values: Values, papers: KeptPapers });

/** The form that applies to one job; what is typed stays in this browser until it is sent. */
export function ApplyForm({ organization, post }: Pick<PublicPostView, "organization" | "post">) {
  const trpc = useTRPC();
  const apply = useCommand(trpc.candidate.applyToJob.mutationOptions(), { refresh: false });
  const [papers, setPapers] = useState<Papers>(noPapers);
  const [thanks, setThanks] = useState<{ email: string; answerDays: number } | null>(null);
  const empty: Values = {
    name: "",
    email: "",
    phone: "",
    links: "",
    answers: Object.fromEntries(post.questions.map(({ key }) => [key, ""])),
  };
  const form = useForm<Values>({ initialValues: empty });
  const draft = useDraft(`apply:${organization.slug}:${post.jobSlug}`, 2, Kept, ({ value }) => {
    const { answers, ...rest } = value.values;
    form.setValues({ ...rest, answers: { ...empty.answers, ...answers } });
    setPapers(value.papers);
  });
  const element = useRef<HTMLFormElement>(null);
  const taken = useRef(false);
  const { setFieldValue } = form;
  useEffect(() => {
    if (taken.current) return;
    taken.current = true;
    for (const [path, text] of typedEarly(element.current)) setFieldValue(path, text);
  }, [setFieldValue]);
  const { keep } = draft;
  const { values: typed } = form;
  const dirty = form.isDirty() || papers !== noPapers;
  useEffect(() => {
    if (dirty) keep({ values: typed, papers });
  }, [dirty, keep, typed, papers]);

  function takePapers(next: Papers) {
    setPapers(next);
    if (next.resume === null || next.resume === papers.resume) return;
    const { name, email, phone, url } = next.resume.person;
    const { values } = form;
    form.setValues({
      name: values.name || name,
      email: values.email || email,
      phone: values.phone || phone,
      links: values.links || url,
    });
  }

  async function send(values: Values) {
    try {
      const { answerDays } = await apply.run({
        slug: organization.slug,
        jobSlug: post.jobSlug,
        postId: post.postId,
        name: values.name,
        email: values.email,
        phone: values.phone,
        links: linesOf(values.links),
        answers: post.questions.map(({ key }) => ({ key, answer: values.answers[key] ?? "" })),
        uploadId: papers.upload?.uploadId ?? null,
        resume: papers.resume?.document ?? null,
      });
      draft.clear();
      setThanks({ email: values.email.trim(), answerDays });
    } catch (error) {
      form.setErrors(formErrors(error, post.questions));
    }
  }

  if (thanks !== null) return <Thanks {...thanks} jobsHref={`/${organization.slug}/jobs`} />;
  const missing = papers.upload === null && papers.resume === null;
  return (
    <Form ref={element} onSubmit={form.onSubmit((values) => void send(values))}>
      <Stack gap="lg">
        <TextInput
          {...form.getInputProps("name")}
          label="Your name"
          autoComplete="name"
          required
          withAsterisk={false}
        />
        <TextInput
          {...form.getInputProps("email")}
          label="E-mail"
          description="We send the link to your own page here."
          type="email"
          autoComplete="email"
          required
          withAsterisk={false}
        />
        <TextInput
          {...form.getInputProps("phone")}
          label="Telephone (if you like)"
          type="tel"
          autoComplete="tel"
        />
        <PapersField
          org={organization.slug}
          papers={papers}
          onChange={takePapers}
          takesResume
          error={form.errors.papers}
        />
        <Textarea
          {...form.getInputProps("links")}
          label="Links (if you like)"
          description="Code, writing, a profile: one address a line."
          autosize
          minRows={2}
        />
        {post.questions.map(({ key, text, required, eligibility }) => (
          <Textarea
            key={key}
            {...form.getInputProps(`answers.${key}`)}
            label={required ? text : `${text} (if you like)`}
            description={
              eligibility ? "Your answer decides whether you can be considered for this job." : null
            }
            autosize
            minRows={2}
            required={required}
            withAsterisk={false}
          />
        ))}
        {post.privacyNotice === "" ? null : (
          <details className={classes.quiet}>
            <summary>What happens with your data</summary>
            <p style={{ whiteSpace: "pre-line" }}>{post.privacyNotice}</p>
          </details>
        )}
        <FormRefusal refusal={apply.refusal} />
        <div>
          <ReasonButton
            type="submit"
            size="md"
            loading={apply.running}
            reason={missing ? "Please add your CV first." : null}
          >
            Send application
          </ReasonButton>
          <p className={classes.quiet}>
            You get an e-mail at once. You can withdraw, or have everything deleted, at any time.
          </p>
        </div>
      </Stack>
    </Form>
  );
}

/**
 * What stands in the fields when React comes to them, by their paths: it was typed before, and React
 * would put the empty beginning in its place with the next letter.
 */
function typedEarly(form: HTMLFormElement | null): [string, string][] {
  return [...(form?.elements ?? [])].flatMap((field): [string, string][] => {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return [];
    const path = field.dataset["path"];
    return path === undefined || field.value === "" ? [] : [[path, field.value]];
  });
}
