"use client";

import { Textarea } from "@mantine/core";
import type { KitView } from "@rubric/domain/interview/schemas";
import { SCORECARD_TEXTS } from "@rubric/domain/scorecard/schemas";
import { textError } from "../../ui/text-error.ts";
import classes from "./question-card.module.css";

type Question = KitView["questions"][number];

/** One question with its probes, what is good to hear and what warns; a note under it. */
export function QuestionCard({
  question,
  position,
  criterion,
  note,
  onNote,
}: {
  question: Question;
  position: number;
  /** The criterion it is asked for. */
  criterion: string | null;
  note: string;
  /** Left out where nothing is written: to who only reads the kit. */
  onNote?: (text: string) => void;
}) {
  const id = `question-${question.id}`;
  return (
    <article className={classes.card} aria-labelledby={id}>
      <p className={classes.meta}>
        <span>{position}</span>
        {criterion === null ? null : <span>{criterion}</span>}
      </p>
      <h3 id={id} className={classes.text} data-withdrawn={question.withdrawn || undefined}>
        {question.text}
      </h3>
      <List title="Probe" lines={question.followUps} />
      {question.strongSignals.length + question.redFlags.length === 0 ? null : (
        <div className={classes.signals}>
          <List title="Good to hear" lines={question.strongSignals} sign="plus" />
          <List title="Warning signs" lines={question.redFlags} sign="minus" />
        </div>
      )}
      {onNote === undefined ? (
        note === "" ? null : (
          <p className={classes.note}>{note}</p>
        )
      ) : (
        <Textarea
          aria-label={`Note on question ${position}`}
          placeholder="Note"
          autosize
          suppressHydrationWarning
          minRows={2}
          value={note}
          error={textError(SCORECARD_TEXTS.note, note)}
          onChange={(event) => onNote(event.currentTarget.value)}
        />
      )}
    </article>
  );
}

function List({
  title,
  lines,
  sign,
}: {
  title: string;
  lines: readonly string[];
  sign?: "plus" | "minus";
}) {
  if (lines.length === 0) return null;
  return (
    <div className={classes.list} data-sign={sign}>
      <h4>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
