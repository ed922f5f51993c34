import {
  type KitCriterionFacts,
  ratedShare,
  whyNotSubmit,
  whyNotYet,
} from "@rubric/domain/scorecard/rules";
import { explain, type Sentence } from "@rubric/domain/errors";
import type { KitView } from "@rubric/domain/interview/schemas";
import { SCORECARD_TEXTS, type ScorecardContent } from "@rubric/domain/scorecard/schemas";
import { type DraftPart, judgementWords } from "../../ui/draft-differences.ts";
import { firstTextError, unsavable } from "../../ui/text-error.ts";
import { type Judgement, type Rating, ratingWords } from "../../ui/ratings.ts";

type Entry = ScorecardContent["ratings"][number];

const untouched = (criterionId: string): Entry => ({
  criterionId,
  rating: null,
  notAssessedReason: "",
  evidence: "",
});

/** What is written about one criterion so far. */
export function entryOf(content: ScorecardContent, criterionId: string): Entry {
  return content.ratings.find((one) => one.criterionId === criterionId) ?? untouched(criterionId);
}

/** The note under a question. */
export function noteOf(content: ScorecardContent, questionId: string): string {
  return content.notes.find((one) => one.questionId === questionId)?.text ?? "";
}

/** The content with one criterion changed. */
export function withEntry(
  content: ScorecardContent,
  criterionId: string,
  change: Partial<Omit<Entry, "criterionId">>,
): ScorecardContent {
  const entry = { ...entryOf(content, criterionId), ...change };
  const others = content.ratings.filter((one) => one.criterionId !== criterionId);
  return { ...content, ratings: [...others, entry] };
}

/** The content with a criterion judged: a rating takes the reason of "not assessed" back. */
export function withJudgement(
  content: ScorecardContent,
  criterionId: string,
  judgement: Judgement,
): ScorecardContent {
  const rating: Rating | null = judgement === "not_assessed" ? null : judgement;
  return withEntry(
    content,
    criterionId,
    rating === null ? { rating } : { rating, notAssessedReason: "" },
  );
}

/** The content with the note under a question changed. */
export function withNote(
  content: ScorecardContent,
  questionId: string,
  text: string,
): ScorecardContent {
  const others = content.notes.filter((one) => one.questionId !== questionId);
  return { ...content, notes: text === "" ? others : [...others, { questionId, text }] };
}

/** What is written about, in the form's order. */
interface KitParts {
  criteria: readonly Pick<KitView["criteria"][number], "id" | "name">[];
  questions: readonly Pick<KitView["questions"][number], "id" | "text">[];
}

type Kit = Pick<KitView, "criteria" | "questions" | "policy" | "interview">;

/** The content without what is no longer part of the kit: withdrawn criteria. */
export function ofKit(content: ScorecardContent, kit: Kit): ScorecardContent {
  const criteria = new Set(kit.criteria.map((one) => one.id));
  const ratings = content.ratings.filter((one) => criteria.has(one.criterionId));
  const share = ratedShare({ ratings }, kit.criteria);
  const enough = share.rated >= share.required * kit.policy.ratedShareForRecommendation;
  return { ...content, ratings, recommendation: enough ? content.recommendation : null };
}

/** Required criteria that are neither rated nor marked not assessed with a reason. */
export function stillToRate(content: ScorecardContent, criteria: readonly KitCriterionFacts[]) {
  return criteria.filter((one) => {
    const entry = entryOf(content, one.id);
    return one.required && entry.rating === null && entry.notAssessedReason.trim().length < 3;
  });
}

/** Why the recommendation is closed, in a few words; null when it can be given. */
export function whyClosed(content: ScorecardContent, kit: Kit): string | null {
  const open = stillToRate(content, kit.criteria).length;
  if (open > 0) return open === 1 ? "1 criterion to rate" : `${open} criteria to rate`;
  const share = ratedShare(content, kit.criteria);
  return share.rated < share.required * kit.policy.ratedShareForRecommendation
    ? `With ${share.rated} of ${share.required} required criteria rated there is no recommendation. You can submit without one.`
    : null;
}

/** Which text cannot be saved as it is, and why; null where all can. */
export function whyUnsavable(
  content: ScorecardContent,
  { criteria, questions }: KitParts,
): string | null {
  const { note, evidence, notAssessedReason, summary } = SCORECARD_TEXTS;
  return firstTextError([
    ...questions.map(({ id }, index) => ({
      of: `Note on question ${index + 1}`,
      text: noteOf(content, id),
      schema: note,
    })),
    ...criteria.flatMap(({ id, name }) => {
      const entry = entryOf(content, id);
      return [
        { of: name, text: entry.evidence, schema: evidence },
        { of: name, text: entry.notAssessedReason, schema: notAssessedReason },
      ];
    }),
    { of: "In short", text: content.summary, schema: summary },
  ]);
}

/** Why the scorecard cannot be submitted now, by the server's own rules; null when it can. */
export function whyNotSend(content: ScorecardContent, kit: Kit, now: number): Sentence | null {
  const long = whyUnsavable(content, kit);
  if (long !== null) return unsavable(long);
  const { startsAt, state } = kit.interview;
  const denial =
    whyNotYet(
      { state, startsAt: startsAt === null ? null : new Date(startsAt) },
      new Date(now),
      kit.policy,
    ) ?? whyNotSubmit(ofKit(content, kit), kit.criteria, kit.policy);
  return denial === null ? null : explain(denial);
}

/** How many characters an extreme rating's own words still lack; 0 where they suffice. */
export function lackingWords(entry: Entry, policy: Kit["policy"]): number {
  const extreme = entry.rating === "definitely_not" || entry.rating === "strong_yes";
  return extreme ? Math.max(0, policy.extremeEvidenceLength - entry.evidence.trim().length) : 0;
}

/** What a scorecard says, part by part as the form asks it. */
export function partsOf(content: ScorecardContent, { criteria, questions }: KitParts): DraftPart[] {
  const { recommendation, summary } = content;
  return [
    ...questions.map(({ id, text }) => ({ of: text, text: noteOf(content, id) })),
    ...criteria.map(({ id, name }) => {
      const { rating, notAssessedReason, evidence } = entryOf(content, id);
      return { of: name, text: judgementWords(rating, notAssessedReason, evidence) };
    }),
    {
      of: "Recommendation",
      text: recommendation === null ? "" : ratingWords[recommendation],
    },
    { of: "In short", text: summary },
  ];
}
