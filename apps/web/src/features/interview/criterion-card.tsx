"use client";

import { Textarea, TextInput } from "@mantine/core";
import type { KitView } from "@rubric/domain/interview/schemas";
import { SCORECARD_TEXTS, type ScorecardContent } from "@rubric/domain/scorecard/schemas";
import { useState } from "react";
import { JudgementInput } from "../../ui/rating-input.tsx";
import type { Judgement } from "../../ui/ratings.ts";
import { textError } from "../../ui/text-error.ts";
import { Anchors } from "./anchors.tsx";
import { entryOf, lackingWords, noteOf, withEntry, withJudgement } from "./content.ts";
import classes from "./criterion-card.module.css";

type Criterion = KitView["criteria"][number];

/** One criterion: what the expected level looks like, five marks, and what the rating rests on. */
export function CriterionCard({
  criterion,
  kit,
  content,
  onChange,
}: {
  criterion: Criterion;
  kit: Pick<KitView, "questions" | "policy">;
  content: ScorecardContent;
  onChange: (content: ScorecardContent) => void;
}) {
  const entry = entryOf(content, criterion.id);
  const [skipped, setSkipped] = useState(entry.notAssessedReason !== "");
  const notAssessed = entry.rating === null && (skipped || entry.notAssessedReason !== "");
  const judgement: Judgement | null = entry.rating ?? (notAssessed ? "not_assessed" : null);
  const noted = criterion.questionIds.filter((id) => noteOf(content, id).trim() !== "").length;
  const lacking = lackingWords(entry, kit.policy);
  const tooMuch = textError(SCORECARD_TEXTS.evidence, entry.evidence);
  const set = (change: Parameters<typeof withEntry>[2]) =>
    onChange(withEntry(content, criterion.id, change));
  return (
    <article className={classes.card} id={`criterion-${criterion.id}`}>
      <header className={classes.head}>
        <h3>{criterion.name}</h3>
        {criterion.required ? null : <span>optional</span>}
      </header>
      <Anchors levels={criterion.levels} />
      <JudgementInput
        label={`Rating of ${criterion.name}`}
        hideLabel
        value={judgement}
        onChange={(chosen) => {
          setSkipped(chosen === "not_assessed");
          onChange(withJudgement(content, criterion.id, chosen));
        }}
      />
      {notAssessed ? (
        <TextInput
          label="Why it was not assessed"
          value={entry.notAssessedReason}
          error={textError(SCORECARD_TEXTS.notAssessedReason, entry.notAssessedReason)}
          onChange={(event) => set({ notAssessedReason: event.currentTarget.value })}
        />
      ) : null}
      {notAssessed && tooMuch === null ? null : (
        <Textarea
          label="What you saw or heard"
          description={restsOn(entry.rating !== null, noted, lacking)}
          autosize
          suppressHydrationWarning
          minRows={2}
          value={entry.evidence}
          error={tooMuch}
          onChange={(event) => set({ evidence: event.currentTarget.value })}
        />
      )}
    </article>
  );
}

function restsOn(rated: boolean, noted: number, lacking: number): string | null {
  if (lacking > 0) {
    return `An extreme rating needs your own words: ${lacking} more ${lacking === 1 ? "character" : "characters"}.`;
  }
  if (!rated) return null;
  return noted > 0
    ? `It rests on your ${noted === 1 ? "note" : `${noted} notes`} under its questions too.`
    : null;
}
