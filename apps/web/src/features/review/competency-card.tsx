"use client";

import { Textarea, TextInput } from "@mantine/core";
import { REVIEW_TEXTS, type ReviewContent, type ReviewView } from "@rubric/domain/review/schemas";
import { type ReactNode, useState } from "react";
import { JudgementInput } from "../../ui/rating-input.tsx";
import { ratingWords } from "../../ui/ratings.ts";
import { textError } from "../../ui/text-error.ts";
import { entryOf, lackingWords, withEntry, withJudgement } from "./content.ts";
import classes from "./review.module.css";

/** One competency: what the level expects, five marks, and what the mark rests on. */
export function CompetencyCard({
  row,
  extremeEvidenceLength,
  content,
  onChange,
  aside,
}: {
  row: ReviewView["rows"][number];
  extremeEvidenceLength: number;
  content: ReviewContent;
  onChange: (content: ReviewContent) => void;
  /** What is at hand of it. */
  aside: ReactNode;
}) {
  const { competencyId, name, required, anchor } = row;
  const entry = entryOf(content, competencyId);
  const [skipped, setSkipped] = useState(entry.notAssessedReason !== "");
  const left = entry.rating === null && (skipped || entry.notAssessedReason !== "");
  const lacking = lackingWords(entry, extremeEvidenceLength);
  const tooMuch = textError(REVIEW_TEXTS.evidence, entry.evidence);
  const set = (change: Parameters<typeof withEntry>[2]) =>
    onChange(withEntry(content, competencyId, change));
  return (
    <article className={classes.card} id={`competency-${competencyId}`} aria-label={name}>
      <header className={classes.cardHead}>
        <h3>{name}</h3>
        {required ? null : <span>optional</span>}
      </header>
      <div className={classes.writing} data-aside={aside === null ? undefined : true}>
        <div className={classes.stack}>
          <p className={classes.anchor}>{anchor}</p>
          <JudgementInput
            label={`Rating of ${name}`}
            hideLabel
            value={entry.rating ?? (left ? "not_assessed" : null)}
            onChange={(chosen) => {
              setSkipped(chosen === "not_assessed");
              onChange(withJudgement(content, competencyId, chosen));
            }}
          />
          {left ? (
            <TextInput
              label="Why it was not assessed"
              value={entry.notAssessedReason}
              error={textError(REVIEW_TEXTS.notAssessedReason, entry.notAssessedReason)}
              onChange={(event) => set({ notAssessedReason: event.currentTarget.value })}
            />
          ) : null}
          {left && tooMuch === null ? null : (
            <Textarea
              label="Evidence"
              description={
                lacking > 0
                  ? `“${ratingWords[entry.rating ?? "mixed"]}” takes a longer line: ${lacking} more ${lacking === 1 ? "character" : "characters"}.`
                  : entry.rating !== null && entry.evidence.trim() === ""
                    ? "Still missing: say in a line what was done, and where one can see it."
                    : "What was done, and where one can see it."
              }
              autosize
              suppressHydrationWarning
              minRows={2}
              value={entry.evidence}
              error={tooMuch}
              onChange={(event) => set({ evidence: event.currentTarget.value })}
            />
          )}
        </div>
        {aside}
      </div>
    </article>
  );
}
