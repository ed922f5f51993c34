"use client";

import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useSuspenseQuery } from "@tanstack/react-query";
import { z } from "zod";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { useDraft } from "../../ui/use-draft.ts";
import { TimeZoneSelect } from "./time-zone-select.tsx";

const Draft = z.object({ privacyNotice: z.string(), timeZone: z.string() });
type Values = z.infer<typeof Draft>;

/** The privacy notice and the time zone of an organization. */
export function SettingsPage() {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.organization.show.queryOptions({}));
  const { slug, privacyNotice, timeZone } = data;
  const isSaved = (values: Values) =>
    values.privacyNotice === privacyNotice && values.timeZone === timeZone;
  const update = useCommand(trpc.organization.updateSettings.mutationOptions());
  const form = useForm<Values>({ initialValues: { privacyNotice, timeZone } });
  const draft = useDraft(`settings:${slug}`, 1, Draft, ({ value }) => form.setValues(value));

  function change(part: Partial<Values>) {
    const values = { ...form.values, ...part };
    form.setValues(values);
    if (isSaved(values)) draft.clear();
    else draft.keep(values);
  }

  async function save(values: Values) {
    try {
      await update.run(values);
      draft.clear();
      form.resetDirty(values);
      toastDone("The settings are saved.");
    } catch (error) {
      form.setErrors(fieldErrors(error));
    }
  }

  return (
    <>
      <PageHeader title="Settings" lead={`What holds for all of ${data.name}.`} />
      <Form onSubmit={form.onSubmit(save)}>
        <Stack gap="lg" maw={720}>
          <Textarea
            {...form.getInputProps("privacyNotice")}
            onChange={(event) => change({ privacyNotice: event.currentTarget.value })}
            label="Privacy notice"
            description="Each new job post begins with it; one that is published keeps the notice it was published with. Say what you use an application for, who reads it, how long you keep it, and whom to ask."
            autosize
            minRows={8}
            maxRows={24}
          />
          <TimeZoneSelect
            description="Reminders come at this place's morning; e-mails to people of whom no zone is known name times in it."
            value={form.values.timeZone}
            onChange={(zone) => change({ timeZone: zone })}
            error={form.errors.timeZone}
          />
          <FormRefusal refusal={update.refusal} />
          <Group gap="xs">
            <ReasonButton
              type="submit"
              loading={update.running}
              reason={form.isDirty() ? null : "Nothing has been changed."}
            >
              Save
            </ReasonButton>
            {form.isDirty() ? (
              <Button variant="default" onClick={() => change({ privacyNotice, timeZone })}>
                Undo the changes
              </Button>
            ) : null}
          </Group>
        </Stack>
      </Form>
    </>
  );
}
