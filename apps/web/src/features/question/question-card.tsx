"use client";

import { Button, Group } from "@mantine/core";
import type { QuestionView } from "@rubric/domain/question/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { FoldCard, FoldPart } from "../../ui/fold-card.tsx";
import { ToneBadge } from "../../ui/state-badge.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { toastRefused } from "../../ui/toast.ts";
import { RestDialog } from "./rest-dialog.tsx";

/** One question; what to listen for opens in place. */
export function QuestionCard(props: {
  question: QuestionView;
  competency: string | undefined;
  onEdit: () => void;
}) {
  const { question, competency, onEdit } = props;
  const trpc = useTRPC();
  const withdraw = useCommand(trpc.question.withdraw.mutationOptions());
  const wake = useCommand(trpc.question.wake.mutationOptions());
  const [asking, setAsking] = useState(false);
  const [resting, setResting] = useState(false);
  return (
    <>
      <FoldCard
        title={question.text}
        meta={
          <>
            {competency ?? question.competencyKey} · {question.kind}
            {question.withdrawn === null ? null : <ToneBadge tone="over">Withdrawn</ToneBadge>}
            {question.resting === null ? null : (
              <ToneBadge tone="idle">Rests until {dateWords(question.resting.until)}</ToneBadge>
            )}
          </>
        }
      >
        <FoldPart title="Assesses" lines={[question.assesses]} />
        <FoldPart title="Strong signals" lines={question.strongSignals} />
        <FoldPart title="Red flags" lines={question.redFlags} />
        <FoldPart title="Follow-up questions" lines={question.followUps} />
        <FoldPart title="Tip for the candidate" lines={[question.tip]} />
        {question.withdrawn === null ? null : (
          <FoldPart title="Withdrawn" lines={[question.withdrawn.reason]} />
        )}
        {question.resting === null ? null : (
          <FoldPart title="Rests" lines={[question.resting.reason]} />
        )}
        <Group gap="xs">
          {question.may.update === null ? (
            <Button variant="default" size="compact-sm" onClick={onEdit}>
              Edit
            </Button>
          ) : null}
          {question.may.withdraw === null ? (
            <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
              Withdraw
            </Button>
          ) : null}
          {question.may.rest === null ? (
            <Button variant="default" size="compact-sm" onClick={() => setResting(true)}>
              Let it rest
            </Button>
          ) : null}
          {question.may.wake === null ? (
            <Button
              variant="default"
              size="compact-sm"
              loading={wake.running}
              onClick={() => void wake.run({ questionId: question.id }).catch(toastRefused)}
            >
              Wake it
            </Button>
          ) : null}
        </Group>
      </FoldCard>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Withdraw this question?"
        tone="destroy"
        confirmLabel="Withdraw"
        reason={{ label: "Why may it no longer be asked?" }}
        onConfirm={(reason) => withdraw.run({ questionId: question.id, reason })}
      >
        It disappears from every kit at once, in running interviews too. What was answered stays.
      </ConfirmDialog>
      <RestDialog questionId={question.id} opened={resting} onClose={() => setResting(false)} />
    </>
  );
}
