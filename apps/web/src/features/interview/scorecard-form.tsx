"use client";

import { Textarea } from "@mantine/core";
import type { KitView } from "@rubric/domain/interview/schemas";
import { SCORECARD_TEXTS, type ScorecardContent } from "@rubric/domain/scorecard/schemas";
import { type ReactNode, useState } from "react";
import { RecommendationInput } from "../../ui/recommendation-input.tsx";
import { textError } from "../../ui/text-error.ts";
import { BeforeYouStart } from "./before-you-start.tsx";
import { noteOf, stillToRate, whyClosed, withNote } from "./content.ts";
import { CriterionCard } from "./criterion-card.tsx";
import { QuestionCard } from "./question-card.tsx";
import classes from "./scorecard-form.module.css";

const PANELS = ["ask", "rate"] as const;

/** The questions on one side, the criteria on the other; on a phone one of them at a time. */
export function ScorecardForm({
  kit,
  content,
  onChange,
  locked = false,
  bar,
  submit,
}: {
  kit: KitView;
  content: ScorecardContent;
  onChange: (content: ScorecardContent) => void;
  /** Nothing can be written now. */
  locked?: boolean;
  /** Time left and whether it is saved; stays in sight. */
  bar: ReactNode;
  submit: ReactNode;
}) {
  const [panel, setPanel] = useState<(typeof PANELS)[number]>("ask");
  const closed = whyClosed(content, kit);
  const open = stillToRate(content, kit.criteria).length;
  const nameOf = (id: string | null) => kit.criteria.find((one) => one.id === id)?.name ?? null;
  const words = { ask: "Ask", rate: open === 0 ? "Rate" : `Rate (${open} to go)` };
  return (
    <div className={classes.kit} data-panel={panel}>
      <div className={classes.bar}>{bar}</div>
      <section className={classes.ask} aria-label="Questions">
        <h2 className={classes.hidden}>Questions</h2>
        <BeforeYouStart kit={kit} />
        <fieldset className={classes.cards} disabled={locked}>
          {kit.questions.map((question, index) => (
            <QuestionCard
              key={question.id}
              question={question}
              position={index + 1}
              criterion={nameOf(question.criterionId)}
              note={noteOf(content, question.id)}
              onNote={(text) => onChange(withNote(content, question.id, text))}
            />
          ))}
        </fieldset>
      </section>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself on a desk, so the keyboard has to get there */}
      <section className={classes.rate} aria-label="Criteria" tabIndex={0}>
        <h2 className={classes.hidden}>Criteria</h2>
        <fieldset className={classes.cards} disabled={locked}>
          {kit.criteria.map((criterion) => (
            <CriterionCard
              key={criterion.id}
              criterion={criterion}
              kit={kit}
              content={content}
              onChange={onChange}
            />
          ))}
          <article className={classes.finish}>
            <RecommendationInput
              label="Your recommendation"
              value={closed === null ? content.recommendation : null}
              onChange={(recommendation) => onChange({ ...content, recommendation })}
              disabled={closed !== null}
              note={closed}
            />
            <Textarea
              label="In short"
              description="What you would tell the hiring manager in two sentences."
              autosize
              suppressHydrationWarning
              minRows={2}
              value={content.summary}
              error={textError(SCORECARD_TEXTS.summary, content.summary)}
              onChange={(event) => onChange({ ...content, summary: event.currentTarget.value })}
            />
            {submit}
          </article>
        </fieldset>
      </section>
      <fieldset className={classes.switch}>
        <legend className={classes.legend}>Part of the page</legend>
        {PANELS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={panel === name}
            onClick={() => {
              setPanel(name);
              window.scrollTo({ top: 0 });
            }}
          >
            {words[name]}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
