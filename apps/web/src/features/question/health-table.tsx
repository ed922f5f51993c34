import { Button, Group } from "@mantine/core";
import type { QuestionHealthLine, QuestionHealthView } from "@rubric/domain/insight/schemas";
import { DataTable } from "../../ui/data-table.tsx";
import { Explained } from "../../ui/explained.tsx";
import { RatingMark } from "../../ui/rating-mark.tsx";
import { ratings } from "../../ui/ratings.ts";
import { ToneBadge } from "../../ui/state-badge.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { HEALTH_WORDS, suggestionWords } from "./health-words.ts";
import classes from "./health.module.css";

/** A question a row, with its figures and what may be done about it. */
export function HealthTable(props: {
  questions: QuestionHealthLine[];
  competencies: QuestionHealthView["competencies"];
  onRest: (questionId: string) => void;
}) {
  const { questions, competencies, onRest } = props;
  const nameOf = (key: string) => competencies.find((one) => one.key === key)?.name ?? key;
  return (
    <DataTable
      caption="How questions do"
      rows={questions}
      rowKey={(line) => line.id}
      columns={[
        {
          key: "question",
          head: "Question",
          width: "34%",
          cell: (line) => (
            <>
              <span className={classes.question}>{line.text}</span>
              <span className={classes.quiet}>
                {nameOf(line.competencyKey)} · {line.kind} · in the plans of {line.jobs}{" "}
                {line.jobs === 1 ? "job" : "jobs"}
              </span>
            </>
          ),
        },
        {
          key: "asked",
          head: <Head by={HEALTH_WORDS.asked}>Asked</Head>,
          align: "end",
          cell: (line) => <Asked of={line} />,
        },
        {
          key: "ratings",
          head: <Head by={HEALTH_WORDS.ratings}>Ratings</Head>,
          desk: true,
          cell: (line) => <Ratings of={line.ratings} />,
        },
        {
          key: "separation",
          head: <Head by={HEALTH_WORDS.separation}>Sets apart</Head>,
          align: "end",
          cell: (line) => <Separation of={line.separation} />,
        },
        {
          key: "what",
          head: <Head by={HEALTH_WORDS.suggestion}>What you can do</Head>,
          cell: (line) => <Suggestion of={line} onRest={onRest} />,
        },
      ]}
    />
  );
}

function Head({ by, children }: { by: string; children: string }) {
  return (
    <Explained by={by} className={classes.defined}>
      {children}
    </Explained>
  );
}

function Asked({ of }: { of: QuestionHealthLine }) {
  if (of.asked === 0) return <span className={classes.quiet}>never</span>;
  return (
    <>
      <b>{of.asked}</b>
      <span className={classes.quiet}>
        {of.askedThisYear} within a year, by {of.interviewers}
        {of.lastAsked === null ? "" : `, last ${dateWords(of.lastAsked)}`}
      </span>
    </>
  );
}

function Ratings({ of: { n, steps } }: { of: QuestionHealthLine["ratings"] }) {
  if (steps === null) return <span className={classes.quiet}>too few to say ({n})</span>;
  return (
    <span className={classes.steps}>
      {ratings.map((rating, step) => (
        <span key={rating}>
          <RatingMark rating={rating} size={14} /> {steps[step] ?? 0}
        </span>
      ))}
    </span>
  );
}

function Separation({ of }: { of: QuestionHealthLine["separation"] }) {
  if (of === null) return <span className={classes.quiet}>too few to say</span>;
  return (
    <>
      <b>{number(of.delta)}</b>
      <span className={classes.quiet}>
        {number(of.interval.low)} to {number(of.interval.high)}, {of.recommended} against{" "}
        {of.against}
      </span>
    </>
  );
}

function Suggestion(props: { of: QuestionHealthLine; onRest: (questionId: string) => void }) {
  const { of, onRest } = props;
  const words = suggestionWords(of);
  return (
    <>
      {words === null ? null : <ToneBadge tone="late">{words}</ToneBadge>}
      {of.resting === null ? (
        <Group gap="xs" mt={words === null ? 0 : 4}>
          <Button
            variant="default"
            size="compact-xs"
            aria-label={`Let it rest: ${of.text}`}
            onClick={() => onRest(of.id)}
          >
            Let it rest
          </Button>
        </Group>
      ) : (
        <span className={classes.quiet}>
          Rests until {dateWords(of.resting.until)}: {of.resting.reason}
        </span>
      )}
    </>
  );
}

function number(value: number): string {
  return value.toFixed(2).replace("-", "−");
}
