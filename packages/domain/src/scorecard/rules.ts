import { deny, type Denial } from "../errors.ts";
import type { Limits } from "../limits.ts";
import type { ScorecardContent } from "./schemas.ts";

export type KitCriterionFacts = {
  id: string;
  name: string;
  required: boolean;
  /** The kit's questions that are asked for this criterion. */
  questionIds: readonly string[];
};
type CriterionRating = ScorecardContent["ratings"][number];

/** How many of the required criteria carry a rating. */
export function ratedShare(
  content: Pick<ScorecardContent, "ratings">,
  criteria: readonly KitCriterionFacts[],
): { rated: number; required: number } {
  const required = criteria.filter((c) => c.required);
  const rated = required.filter((c) => ratingOf(content, c.id)?.rating != null);
  return { rated: rated.length, required: required.length };
}

/** Whether enough is rated for a recommendation, and so for a place in the quorum (law 2). */
export function countsToQuorum(
  content: Pick<ScorecardContent, "ratings">,
  criteria: readonly KitCriterionFacts[],
  limits: Pick<Limits, "ratedShareForRecommendation">,
): boolean {
  const { rated, required } = ratedShare(content, criteria);
  return rated >= required * limits.ratedShareForRecommendation;
}

/** Law 2: each required criterion is settled, and each rating rests on evidence. */
function denialOfRatings(
  content: Pick<ScorecardContent, "ratings" | "notes">,
  criteria: readonly KitCriterionFacts[],
  limits: Pick<Limits, "extremeEvidenceLength">,
): Denial | null {
  const missing = criteria.filter((c) => c.required && !isSettled(ratingOf(content, c.id)));
  if (missing.length > 0) {
    return deny("CRITERIA_INCOMPLETE", { missing: missing.map((c) => c.name) });
  }
  for (const criterion of criteria) {
    const rating = ratingOf(content, criterion.id);
    if (rating?.rating == null) continue;
    const own = rating.evidence.trim().length;
    const noted = content.notes.some(
      (note) => criterion.questionIds.includes(note.questionId) && note.text.trim() !== "",
    );
    const extreme = rating.rating === "definitely_not" || rating.rating === "strong_yes";
    const needed = extreme ? limits.extremeEvidenceLength : noted ? 0 : 1;
    if (own < needed) {
      return deny("EVIDENCE_MISSING", { criterion: criterion.name, characters: needed });
    }
  }
  return null;
}

/** Law 2: criteria first, each rating on evidence, then the recommendation. */
export function whyNotSubmit(
  content: ScorecardContent,
  criteria: readonly KitCriterionFacts[],
  limits: Pick<Limits, "extremeEvidenceLength" | "ratedShareForRecommendation">,
): Denial | null {
  const unrated = denialOfRatings(content, criteria, limits);
  if (unrated !== null) return unrated;
  const share = ratedShare(content, criteria);
  if (!countsToQuorum(content, criteria, limits)) {
    return content.recommendation === null ? null : deny("RECOMMENDATION_TOO_EARLY", share);
  }
  return content.recommendation === null ? deny("RECOMMENDATION_MISSING", {}) : null;
}

/** Law 3: a scorecard is written only before it is submitted, excused, void or struck. */
export function whyNotWrite(state: string): Denial | null {
  return state === "assigned" || state === "draft" ? null : deny("SCORECARD_LOCKED", { state });
}

/** Law 4: an excused author types on only once they resumed it. */
export function whyNotDraft(state: string): Denial | null {
  return state === "excused" ? deny("SCORECARD_EXCUSED", {}) : whyNotWrite(state);
}

/** Law 4: who was excused goes on after all only while the stage is undecided. */
export function whyNotResume(state: string, decided: boolean): Denial | null {
  if (state !== "excused") return deny("SCORECARD_NOT_EXCUSED", { state });
  return decided ? deny("STAGE_DECIDED", {}) : null;
}

/** Law 4: excused is who still owes, by someone else, once the interview was held. */
export function whyNotExcuse(
  card: {
    state: string;
    authorId: string;
    interview: { state: string; endsAt: Date | null };
  },
  excuserId: string | null,
  now: Date,
): Denial | null {
  if (card.state !== "assigned" && card.state !== "draft") {
    return deny("SCORECARD_LOCKED", { state: card.state });
  }
  if (card.authorId === excuserId) return deny("EXCUSE_OWN", {});
  const { state, endsAt } = card.interview;
  const held = state === "held" || (state === "scheduled" && endsAt !== null && endsAt <= now);
  return held ? null : deny("INTERVIEW_NOT_HELD", {});
}

/** Law 1: the glass is broken of what is sealed to the reader, and of what somebody submitted. */
export function whyNotBreakGlass(sealed: boolean, submittedByOthers: number): Denial | null {
  if (!sealed) return deny("SEAL_NOT_BROKEN", {});
  return submittedByOthers === 0 ? deny("NOTHING_SEALED", {}) : null;
}

/** Law 3: a correction is a new version of a submitted scorecard. */
export function whyNotCorrect(state: string): Denial | null {
  return state === "submitted" ? null : deny("SCORECARD_NOT_SUBMITTED", { state });
}

/** A scorecard is submitted only once its interview has begun. */
export function whyNotYet(
  interview: { state: string; startsAt: Date | null },
  now: Date,
  limits: Pick<Limits, "interviewEarlyMinutes">,
): Denial | null {
  const { startsAt } = interview;
  const begun =
    startsAt !== null &&
    now.getTime() >= startsAt.getTime() - limits.interviewEarlyMinutes * 60_000;
  return begun && (interview.state === "scheduled" || interview.state === "held")
    ? null
    : deny("INTERVIEW_NOT_BEGUN", { startsAt: startsAt?.toISOString() ?? null });
}

function ratingOf(
  content: Pick<ScorecardContent, "ratings">,
  criterionId: string,
): CriterionRating | undefined {
  return content.ratings.find((rating) => rating.criterionId === criterionId);
}

function isSettled(rating: CriterionRating | undefined): boolean {
  if (rating === undefined) return false;
  return rating.rating !== null || rating.notAssessedReason.trim().length >= 3;
}

/** A draft is saved over what its author has seen, not over what they typed elsewhere since. */
export function whyNotSave(seen: number, now: number): Denial | null {
  return seen === now ? null : deny("DRAFT_OUTDATED", { revision: now });
}

/** Law 1: whoever holds a service account's token may owe a scorecard; by it nothing sealed is read. */
export function whyNotByService(reader: { accountId: string | null }): Denial | null {
  return reader.accountId === null ? deny("SEALED_SERVICE", {}) : null;
}
