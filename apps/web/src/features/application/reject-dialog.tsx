"use client";

import type { ApplicationView, RejectKind } from "@rubric/domain/application/schemas";
import { Radio, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { dateWords } from "../../ui/time-words.ts";
import { toastDone } from "../../ui/toast.ts";
import { DialogForm } from "./dialog-form.tsx";

const KIND_WORDS = {
  not_eligible: "Not eligible, by an answer of theirs",
  duplicate: "A duplicate of another application",
  no_answer: "No answer from them",
  filled_or_closed: "The job is filled or closed",
} as const satisfies Record<RejectKind, string>;

/** Rejects for an administrative reason: each rests on a fact, and without it says so (law 4). */
export function RejectDialog(props: {
  view: ApplicationView;
  opened: boolean;
  onClose: () => void;
}) {
  const { view, opened, onClose } = props;
  const trpc = useTRPC();
  const reject = useCommand(trpc.application.reject.mutationOptions());
  const [kind, setKind] = useState<RejectKind | null>(null);
  const [answerKey, setAnswerKey] = useState<string | null>(null);
  const [otherApplicationId, setOther] = useState<string | null>(null);
  return (
    <DialogForm
      opened={opened}
      onClose={onClose}
      title={`Reject ${view.candidate.name}, administratively`}
      confirmLabel="Reject"
      missing={missingOf(kind, answerKey, otherApplicationId)}
      running={reject.running}
      refusal={reject.refusal}
      onSubmit={async () => {
        if (kind === null) return;
        await reject.run({ applicationId: view.id, kind, answerKey, otherApplicationId });
        toastDone(
          `${view.candidate.name} is rejected. Until the e-mail leaves it can be taken back.`,
        );
      }}
    >
      <Text size="md">
        Without a quorum, since it judges nobody. To decide on what someone can do, use the debrief.
      </Text>
      <Radio.Group
        label="Because"
        value={kind}
        onChange={(value) =>
          setKind(view.rejections.find((one) => one.kind === value)?.kind ?? null)
        }
      >
        <Stack gap="xs" mt={6}>
          {view.rejections.map((one) => (
            <Radio
              key={one.kind}
              value={one.kind}
              label={KIND_WORDS[one.kind]}
              disabled={one.refused !== null}
              description={one.refused?.sentence}
            />
          ))}
        </Stack>
      </Radio.Group>
      {kind === "not_eligible" ? (
        <Select
          label="The answer it rests on"
          data={view.answers
            .filter((one) => one.eligibility)
            .map((one) => ({
              value: one.key,
              label: `${one.text} ${one.answer}`.slice(0, 120),
            }))}
          value={answerKey}
          onChange={setAnswerKey}
          required
        />
      ) : null}
      {kind === "duplicate" ? (
        <Select
          label="The application that goes on"
          data={view.duplicates.map((one) => ({
            value: one.applicationId,
            label: `${one.name}, ${dateWords(one.createdAt.slice(0, 10))}`,
          }))}
          value={otherApplicationId}
          onChange={setOther}
          required
        />
      ) : null}
    </DialogForm>
  );
}

function missingOf(
  kind: RejectKind | null,
  answerKey: string | null,
  other: string | null,
): string | null {
  if (kind === null) return "Choose the reason.";
  if (kind === "not_eligible" && answerKey === null) return "Name the answer.";
  return kind === "duplicate" && other === null ? "Name the other application." : null;
}
