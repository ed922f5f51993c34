"use client";

import { Button, Group, Modal, Select, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import {
  QUESTION_KINDS,
  type QuestionListView,
  type QuestionView,
} from "@rubric/domain/question/schemas";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";

type Competencies = QuestionListView["competencies"];

/** Writes a new question or changes one; lists are one a line. */
export function QuestionForm(props: {
  question: QuestionView | "new" | null;
  competencies: Competencies;
  onClose: () => void;
}) {
  const { question, competencies, onClose } = props;
  return (
    <Modal
      opened={question !== null}
      onClose={onClose}
      size="lg"
      title={question === "new" ? "New question" : "Change the question"}
    >
      {question === null ? null : (
        <Fields
          question={question === "new" ? null : question}
          competencies={competencies}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

const lines = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

function Fields(props: {
  question: QuestionView | null;
  competencies: Competencies;
  onClose: () => void;
}) {
  const { question, competencies, onClose } = props;
  const trpc = useTRPC();
  const create = useCommand(trpc.question.create.mutationOptions());
  const update = useCommand(trpc.question.update.mutationOptions());
  const form = useForm({
    initialValues: {
      kind: question?.kind ?? QUESTION_KINDS[0],
      competencyKey: question?.competencyKey ?? "",
      text: question?.text ?? "",
      assesses: question?.assesses ?? "",
      strongSignals: (question?.strongSignals ?? []).join("\n"),
      redFlags: (question?.redFlags ?? []).join("\n"),
      followUps: (question?.followUps ?? []).join("\n"),
      tip: question?.tip ?? "",
    },
  });
  const submit = form.onSubmit(async (typed) => {
    const content = {
      ...typed,
      strongSignals: lines(typed.strongSignals),
      redFlags: lines(typed.redFlags),
      followUps: lines(typed.followUps),
    };
    try {
      if (question === null) await create.run({ content });
      else await update.run({ questionId: question.id, content });
      onClose();
    } catch (error) {
      form.setErrors(fieldErrors(error, "content"));
    }
  });
  const area = (name: keyof typeof form.values, label: string, rows: number, required = true) => (
    <Textarea
      label={label}
      required={required}
      autosize
      minRows={rows}
      {...form.getInputProps(name)}
    />
  );
  return (
    <Form onSubmit={submit}>
      <Stack gap="sm">
        <Group grow align="start">
          <Select
            label="Competency"
            required
            searchable
            data={competencies.map((one) => ({ value: one.key, label: one.name }))}
            {...form.getInputProps("competencyKey")}
          />
          <Select
            label="Kind"
            allowDeselect={false}
            data={[...QUESTION_KINDS]}
            {...form.getInputProps("kind")}
          />
        </Group>
        {area("text", "Question", 2)}
        {area("assesses", "What it assesses", 2)}
        {area("strongSignals", "Strong signals, one a line", 3)}
        {area("redFlags", "Red flags, one a line", 3)}
        {area("followUps", "Follow-up questions, one a line", 2, false)}
        {area("tip", "Tip for the candidate", 2)}
        <FormRefusal refusal={create.refusal ?? update.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={create.running || update.running}>
            Save
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
