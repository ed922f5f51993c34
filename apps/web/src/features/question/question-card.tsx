"use client";

import { Button, Group } from "@mantine/core";
import type { QuestionView } from "@rubric/domain/question/schemas";
import { IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ToneBadge } from "../../ui/state-badge.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { toastRefused } from "../../ui/toast.ts";
import classes from "./question-card.module.css";
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
    <details className={classes.card}>
      <summary className={classes.summary}>
        <IconChevronRight size={16} aria-hidden="true" className={classes.chevron} />
        <span className={classes.text}>{question.text}</span>
        <span className={classes.meta}>
          {competency ?? question.competencyKey} · {question.kind}
          {question.withdrawn === null ? null : <ToneBadge tone="over">Withdrawn</ToneBadge>}
          {question.resting === null ? null : (
            <ToneBadge tone="idle">Rests until {dateWords(question.resting.until)}</ToneBadge>
          )}
        </span>
      </summary>
      <div className={classes.body}>
        <Part title="Assesses" lines={[question.assesses]} />
        <Part title="Strong signals" lines={question.strongSignals} />
        <Part title="Red flags" lines={question.redFlags} />
        <Part title="Follow-up questions" lines={question.followUps} />
        <Part title="Tip for the candidate" lines={[question.tip]} />
        {question.withdrawn === null ? null : (
          <Part title="Withdrawn" lines={[question.withdrawn.reason]} />
        )}
        {question.resting === null ? null : (
          <Part title="Rests" lines={[question.resting.reason]} />
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
      </div>
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
    </details>
  );
}

function Part({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div className={classes.part}>
      <h3>{title}</h3>
      {lines.length === 1 ? (
        <p>{lines[0]}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
