"use client";

import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import {
  type DeadlineListView,
  RECORDED_KINDS,
  type RecordedKind,
} from "@rubric/domain/deadline/schemas";
import { useQuery } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { Form } from "../../ui/form.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";

const LABELS: Record<RecordedKind, { label: string; since: string }> = {
  cure_notice: { label: "Written notice about a post", since: "The notice arrived on" },
  works_council: { label: "Works council was asked", since: "It was asked on" },
  pay_information: { label: "Somebody asked for pay information", since: "They asked on" },
  access_request: { label: "Somebody asked for their data", since: "They asked on" },
  own: { label: "Something of our own", since: "It begins on" },
};

const ABOUT_SOMEBODY: readonly RecordedKind[] = ["works_council", "access_request"];

type Jobs = DeadlineListView["jobs"];

/** Writes down a deadline that something outside the product began. */
export function RecordDialog(props: { jobs: Jobs; opened: boolean; onClose: () => void }) {
  const { jobs, opened, onClose } = props;
  return (
    <Modal opened={opened} onClose={onClose} title="Write a deadline down">
      <Fields jobs={jobs} onClose={onClose} />
    </Modal>
  );
}

function Fields({ jobs, onClose }: { jobs: Jobs; onClose: () => void }) {
  const trpc = useTRPC();
  const record = useCommand(trpc.deadline.record.mutationOptions());
  const [kind, setKind] = useState<RecordedKind>("cure_notice");
  const [jobId, setJobId] = useState<string | null>(jobs[0]?.jobId ?? null);
  const [applicationId, setApplicationId] = useState<string | null>(null);
  const [title, setTitle] = useState("");
  const [since, setSince] = useState<string | null>(null);
  const [due, setDue] = useState<string | null>(null);
  const fields = record.refusal?.fields ?? {};
  const about = ABOUT_SOMEBODY.includes(kind);
  const own = kind === "own";
  const missing =
    jobId === null
      ? "Choose a job."
      : about && applicationId === null
        ? "Say whom it is about."
        : own && title.trim() === ""
          ? "Say what is to be done."
          : since === null
            ? "Say when it began."
            : own && due === null
              ? "Say by when."
              : null;

  async function send() {
    if (jobId === null || since === null) return;
    try {
      await record.run({
        jobId,
        applicationId: about ? applicationId : null,
        kind,
        title,
        since,
        due: own ? due : null,
      });
      toastDone("The deadline runs.");
      onClose();
    } catch {
      // The refusal stands in the dialog.
    }
  }

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault();
    if (missing === null) void send();
  }

  return (
    <Form onSubmit={onSubmit}>
      <Stack gap="sm">
        <Select
          label="What happened"
          allowDeselect={false}
          data={RECORDED_KINDS.map((value) => ({ value, label: LABELS[value].label }))}
          value={kind}
          onChange={(value) => setKind(RECORDED_KINDS.find((one) => one === value) ?? kind)}
          error={fields["kind"]}
        />
        <Select
          label="Job"
          required
          searchable
          allowDeselect={false}
          data={jobs.map((one) => ({ value: one.jobId, label: one.title }))}
          value={jobId}
          onChange={(value) => {
            setJobId(value);
            setApplicationId(null);
          }}
          error={fields["jobId"]}
        />
        {about && jobId !== null ? (
          <Whom
            jobId={jobId}
            value={applicationId}
            onChange={setApplicationId}
            error={fields["applicationId"]}
          />
        ) : null}
        <TextInput
          label={own ? "What is to be done" : "In a word"}
          required={own}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={fields["title"]}
        />
        <Group grow align="start">
          <DayField
            label={LABELS[kind].since}
            required
            value={since}
            onChange={setSince}
            error={fields["since"]}
          />
          {own ? (
            <DayField
              label="Due by the end of"
              required
              value={due}
              onChange={setDue}
              error={fields["due"]}
            />
          ) : null}
        </Group>
        <FormRefusal refusal={record.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ReasonButton type="submit" loading={record.running} reason={missing}>
            Write it down
          </ReasonButton>
        </Group>
      </Stack>
    </Form>
  );
}

function Whom(props: {
  jobId: string;
  value: string | null;
  onChange: (applicationId: string | null) => void;
  error: string | undefined;
}) {
  const { jobId, value, onChange, error } = props;
  const trpc = useTRPC();
  const { data } = useQuery(trpc.application.board.queryOptions({ jobId }));
  const cards = (data?.cards ?? []).map((one) => ({
    value: one.applicationId,
    label: one.name,
  }));
  return (
    <Select
      label="Whom it is about"
      required
      searchable
      data={cards}
      value={value}
      onChange={onChange}
      error={error}
      nothingFoundMessage="Nobody by that name is under way"
    />
  );
}
