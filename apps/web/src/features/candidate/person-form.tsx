"use client";

import { Button, Group, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type ReactNode, useState } from "react";
import { type ApiError, readApiError } from "../../api/errors.ts";
import { Form } from "../../ui/form.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { formErrors, linesOf } from "./form-errors.ts";
import { noPapers, type Papers, PapersField } from "./papers-field.tsx";

export interface JobChoice {
  jobId: string;
  title: string;
}

export interface TypedPerson {
  jobId: string;
  name: string;
  email: string;
  phone: string;
  headline: string;
  links: string[];
  uploadId: string | null;
}

const empty = { name: "", email: "", phone: "", headline: "", links: "", note: "" };

/** The fields by which a member puts someone forward for a job. */
export function PersonForm({
  org,
  jobs,
  noteLabel = null,
  says,
  sendLabel,
  onSend,
  onClose,
}: {
  org: string;
  jobs: JobChoice[];
  /** Asks for a note under this label. */
  noteLabel?: string | null;
  /** What happens when it is sent. */
  says: ReactNode;
  sendLabel: string;
  onSend: (person: TypedPerson, note: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const [only] = jobs.length === 1 ? jobs : [];
  const [papers, setPapers] = useState<Papers>(noPapers);
  const [running, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const form = useForm({ initialValues: { ...empty, jobId: only?.jobId ?? "" } });

  async function send({ links, note, ...typed }: typeof form.values) {
    const values = { ...typed, jobId: only?.jobId ?? typed.jobId };
    if (values.jobId === "") {
      form.setErrors({ jobId: "Choose a job." });
      return;
    }
    setRunning(true);
    setRefusal(null);
    try {
      const uploadId = papers.upload?.uploadId ?? null;
      await onSend({ ...values, links: linesOf(links), uploadId }, note);
      onClose();
    } catch (error) {
      form.setErrors(formErrors(error));
      setRefusal(readApiError(error));
    } finally {
      setRunning(false);
    }
  }

  return (
    <Form onSubmit={form.onSubmit((values) => void send(values))}>
      <Stack gap="sm">
        {only === undefined ? (
          <Select
            {...form.getInputProps("jobId")}
            label="Job"
            required
            placeholder="Choose a job"
            data={jobs.map(({ jobId, title }) => ({ value: jobId, label: title }))}
            searchable
            allowDeselect={false}
          />
        ) : null}
        <TextInput {...form.getInputProps("name")} label="Name" required data-autofocus />
        <TextInput {...form.getInputProps("email")} label="E-mail" type="email" required />
        <TextInput {...form.getInputProps("phone")} label="Telephone" type="tel" />
        <TextInput
          {...form.getInputProps("headline")}
          label="In one line"
          placeholder="Backend engineer, payments"
        />
        <Textarea
          {...form.getInputProps("links")}
          label="Links"
          description="One address a line."
          autosize
          minRows={1}
        />
        {noteLabel === null ? null : (
          <Textarea
            {...form.getInputProps("note")}
            label={noteLabel}
            required
            autosize
            minRows={3}
          />
        )}
        <PapersField org={org} papers={papers} onChange={setPapers} error={form.errors.papers} />
        <div>{says}</div>
        <FormRefusal refusal={refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={running}>
            {sendLabel}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
