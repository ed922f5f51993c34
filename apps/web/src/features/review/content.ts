import { explain, type Sentence } from "@rubric/domain/errors";
import { lackingIn, whyNotSubmitSide } from "@rubric/domain/review/rules";
import { REVIEW_TEXTS, type ReviewContent, type ReviewView } from "@rubric/domain/review/schemas";
import { type DraftPart, judgementWords } from "../../ui/draft-differences.ts";
import { firstTextError, unsavable } from "../../ui/text-error.ts";
import type { Judgement } from "../../ui/ratings.ts";

type Entry = ReviewContent["ratings"][number];
type Row = ReviewView["rows"][number];

export const NOTHING: ReviewContent = { ratings: [], summary: "" };

/** What is written of one competency so far. */
export function entryOf(content: ReviewContent, competencyId: string): Entry {
  return (
    content.ratings.find((one) => one.competencyId === competencyId) ?? {
      competencyId,
      rating: null,
      notAssessedReason: "",
      evidence: "",
    }
  );
}

/** The content with one competency changed. */
export function withEntry(
  content: ReviewContent,
  competencyId: string,
  change: Partial<Omit<Entry, "competencyId">>,
): ReviewContent {
  const entry = { ...entryOf(content, competencyId), ...change };
  const others = content.ratings.filter((one) => one.competencyId !== competencyId);
  return { ...content, ratings: [...others, entry] };
}

/** The content with a competency judged: a rating takes the reason of "not assessed" back. */
export function withJudgement(
  content: ReviewContent,
  competencyId: string,
  judgement: Judgement,
): ReviewContent {
  return judgement === "not_assessed"
    ? withEntry(content, competencyId, { rating: null })
    : withEntry(content, competencyId, { rating: judgement, notAssessedReason: "" });
}

/** What is missing of each kind, in the form's order: to be rated, and to say what it rests on. */
export function stillMissing(
  content: ReviewContent,
  view: Pick<ReviewView, "rows" | "extremeEvidenceLength">,
): { unrated: Row[]; unfounded: Row[] } {
  return lackingIn(content, view.rows, view);
}

/** What is sent: nothing of a competency of which nothing was said. */
export function toSend({ ratings, summary }: ReviewContent): ReviewContent {
  return {
    summary,
    ratings: ratings.filter(
      ({ rating, notAssessedReason, evidence }) =>
        rating !== null || notAssessedReason.trim() !== "" || evidence.trim() !== "",
    ),
  };
}

/** Which text cannot be saved as it is, and why; null where all can. */
export function whyUnsavable(
  content: ReviewContent,
  { rows }: Pick<ReviewView, "rows">,
): string | null {
  const { evidence, notAssessedReason, summary } = REVIEW_TEXTS;
  return firstTextError([
    ...rows.flatMap(({ competencyId, name }) => {
      const entry = entryOf(content, competencyId);
      return [
        { of: name, text: entry.evidence, schema: evidence },
        { of: name, text: entry.notAssessedReason, schema: notAssessedReason },
      ];
    }),
    { of: "In short", text: content.summary, schema: summary },
  ]);
}

/** Why one's own side cannot be submitted now, by the server's own rule; null when it can. */
export function whyNotSend(
  content: ReviewContent,
  view: Pick<ReviewView, "rows" | "extremeEvidenceLength">,
): Sentence | null {
  const long = whyUnsavable(content, view);
  if (long !== null) return unsavable(long);
  const denial = whyNotSubmitSide(toSend(content), view.rows, view);
  return denial === null ? null : explain(denial);
}

/** How many characters an extreme rating's own words still lack; 0 where they suffice. */
export function lackingWords({ rating, evidence }: Entry, length: number): number {
  const extreme = rating === "definitely_not" || rating === "strong_yes";
  return extreme ? Math.max(0, length - evidence.trim().length) : 0;
}

/** What a side says, part by part as the form asks it. */
export function partsOf(content: ReviewContent, { rows }: Pick<ReviewView, "rows">): DraftPart[] {
  return [
    ...rows.map(({ competencyId, name }) => {
      const { rating, notAssessedReason, evidence } = entryOf(content, competencyId);
      return { of: name, text: judgementWords(rating, notAssessedReason, evidence) };
    }),
    { of: "In short", text: content.summary },
  ];
}

/** Whether two contents say the same, in whatever order their ratings stand. */
export function same(a: ReviewContent, b: ReviewContent): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted({ ratings, summary }: ReviewContent) {
  const entries = ratings.map(({ competencyId, rating, notAssessedReason, evidence }) => [
    competencyId,
    rating,
    notAssessedReason,
    evidence,
  ]);
  return { summary, ratings: entries.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)) };
}
