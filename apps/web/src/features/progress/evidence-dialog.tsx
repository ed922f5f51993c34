"use client";

import {
  Button,
  FileInput,
  Group,
  Modal,
  MultiSelect,
  NativeSelect,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import type { ProgressView } from "@rubric/domain/progress/schemas";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { type ApiError, readApiError } from "../../api/errors.ts";
import { uploadFile } from "../../api/files.ts";
import { useCommand } from "../../api/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { Form } from "../../ui/form.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { figureWords, stretchWords } from "../../ui/metric-words.ts";

interface Props {
  org: string;
  of: ProgressView;
  opened: boolean;
  onClose: () => void;
}

/** Adds a link, a file or a figure as evidence of some competencies. */
export function EvidenceDialog(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title="Add evidence" size="lg">
      <Content {...props} />
    </Modal>
  );
}

type Kind = "link" | "file" | "metric";

function Content({ org, of, onClose }: Props) {
  const { member, competencies, metrics, figures, today } = of;
  const [kind, setKind] = useState<Kind>("link");
  const [title, setTitle] = useState("");
  const [note, setNote] = useState("");
  const [url, setUrl] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [figureId, setFigureId] = useState(figures[0]?.id ?? "");
  const [keys, setKeys] = useState<string[]>([]);
  const [day, setDay] = useState<string | null>(today);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const [sending, setSending] = useState(false);
  const add = useCommand(useTRPC().evidence.add.mutationOptions());
  const fields = refusal?.fields ?? {};

  async function save(event: SyntheticEvent) {
    event.preventDefault();
    if (lacks !== null) return;
    setRefusal(null);
    setSending(true);
    try {
      const sent = kind === "file" && file !== null ? await uploadFile(org, file) : null;
      if (sent !== null && sent.value === null) return setRefusal(sent.refusal);
      await add.run({
        memberId: member.id,
        kind,
        title,
        note,
        competencies: keys,
        day: day ?? today,
        url: kind === "link" ? url.trim() : null,
        uploadId: sent?.value?.uploadId ?? null,
        figureId: kind === "metric" ? figureId : null,
      });
      toastDone("The evidence is added.");
      onClose();
    } catch (error) {
      setRefusal(readApiError(error));
    } finally {
      setSending(false);
    }
  }

  const part = kind === "link" ? url.trim() : kind === "file" ? file : figureId;
  const lacks =
    part === "" || part === null
      ? {
          link: "Give the link first.",
          file: "Choose a file first.",
          metric: "Enter a figure under Metrics first.",
        }[kind]
      : title.trim() === ""
        ? "Give it a title first."
        : keys.length === 0
          ? "Choose what it shows first."
          : null;

  return (
    <Form onSubmit={(event) => void save(event)}>
      <Stack gap="md">
        <NativeSelect
          label="Kind"
          value={kind}
          onChange={({ currentTarget: { value } }) =>
            setKind(value === "file" ? "file" : value === "metric" ? "metric" : "link")
          }
          data={[
            { value: "link", label: "Link" },
            { value: "file", label: "File" },
            { value: "metric", label: "Figure" },
          ]}
        />
        {kind === "link" ? (
          <TextInput
            label="Link"
            required
            placeholder="https://"
            inputMode="url"
            autoComplete="off"
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
            error={fields.url}
          />
        ) : null}
        {kind === "file" ? (
          <FileInput
            label="File"
            required
            description="PDF or DOCX, at most 10 MB."
            accept=".pdf,.docx"
            value={file}
            onChange={setFile}
            error={fields.uploadId}
          />
        ) : null}
        {kind === "metric" ? (
          <NativeSelect
            label="Figure"
            value={figureId}
            onChange={(event) => setFigureId(event.currentTarget.value)}
            data={figures.map((one) => {
              const metric = metrics.find(({ key }) => key === one.metric);
              const words = `${metric?.name ?? one.metric}, ${stretchWords(one)}`;
              return {
                value: one.id,
                label: `${words}: ${figureWords(one.value, metric ?? { unit: "" })}`,
              };
            })}
            error={fields.figureId}
          />
        ) : null}
        <TextInput
          label="Title"
          required
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={fields.title}
        />
        <MultiSelect
          label="What it shows"
          required
          description="One to five competencies."
          data={competencies.map(({ key, name }) => ({ value: key, label: name }))}
          value={keys}
          onChange={setKeys}
          maxValues={5}
          searchable
          hidePickedOptions
          error={fields.competencies}
        />
        <DayField
          label="Of the day"
          value={day}
          onChange={setDay}
          maxDate={today}
          error={fields.day}
        />
        <Textarea
          label="In your words"
          description="May stay empty."
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
          error={fields.note}
        />
        <FormRefusal refusal={refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <ReasonButton type="submit" loading={sending} reason={lacks}>
            Add
          </ReasonButton>
        </Group>
      </Stack>
    </Form>
  );
}
