import { deny, type Denial } from "../errors.ts";
import type { Limits } from "../limits.ts";
import type { ReviewContent } from "./schemas.ts";

export type Side = "self" | "manager";

/** A review as far as its rules ask: when each side came in, if it did. */
export type ReviewFacts = {
  state: "open" | "closed" | "cancelled";
  dueAt: Date;
  submitted: { readonly [side in Side]: Date | null };
};

/** What a level expects in a competency, as far as a review asks. */
export type ReviewRow = { competencyId: string; name: string; required: boolean };

/**
 * Law 1: neither side is read by the other until both are in, or the due date has passed. A review
 * that was cancelled before stays sealed.
 */
export function whyNotReadSide({ state, submitted, dueAt }: ReviewFacts, now: Date): Denial | null {
  const both = submitted.self !== null && submitted.manager !== null;
  const due = state !== "cancelled" && dueAt <= now;
  return both || due ? null : deny("REVIEW_SEALED", { dueAt: dueAt.toISOString() });
}

/** The side that came in alone by the due date. */
export function aloneIn({ state, submitted, dueAt }: ReviewFacts, now: Date): Side | null {
  if (state === "cancelled" || dueAt > now) return null;
  if ((submitted.self === null) === (submitted.manager === null)) return null;
  return submitted.self === null ? "manager" : "self";
}

/** Law 3: a side is written while its review is open and until it is submitted. */
export function whyNotWriteSide({ state, submitted }: ReviewFacts, side: Side): Denial | null {
  if (state !== "open") return deny("REVIEW_CLOSED", { state });
  return submitted[side] === null ? null : deny("REVIEW_SUBMITTED", {});
}

/**
 * What one's own side still lacks: required competencies that are neither rated nor left out with a
 * reason, and ratings that do not say, or at the ends of the scale not fully, what they rest on.
 */
export function lackingIn<Row extends ReviewRow>(
  { ratings }: Pick<ReviewContent, "ratings">,
  rows: readonly Row[],
  { extremeEvidenceLength }: Pick<Limits, "extremeEvidenceLength">,
): { unrated: Row[]; unfounded: Row[] } {
  const of = new Map(ratings.map((one) => [one.competencyId, one]));
  return {
    unrated: rows.filter(({ competencyId, required }) => {
      const { rating = null, notAssessedReason = "" } = of.get(competencyId) ?? {};
      return required && rating === null && notAssessedReason.trim().length < 3;
    }),
    unfounded: rows.filter(({ competencyId }) => {
      const { rating = null, evidence = "" } = of.get(competencyId) ?? {};
      if (rating === null) return false;
      const extreme = rating === "definitely_not" || rating === "strong_yes";
      return evidence.trim().length < (extreme ? extremeEvidenceLength : 1);
    }),
  };
}

/** Law 2: each required competency rated or left out with a reason, each rating on evidence. */
export function whyNotSubmitSide(
  content: ReviewContent,
  rows: readonly ReviewRow[],
  limits: Pick<Limits, "extremeEvidenceLength">,
): Denial | null {
  const { unrated, unfounded } = lackingIn(content, rows, limits);
  if (unrated.length + unfounded.length === 0) return null;
  return deny("REVIEW_INCOMPLETE", {
    unrated: unrated.map(({ name }) => name),
    unfounded: unfounded.map(({ name }) => name),
    characters: limits.extremeEvidenceLength,
  });
}

/** A review is closed once it may be compared, or once the one side that came in is open. */
export function whyNotCloseReview(facts: ReviewFacts, now: Date): Denial | null {
  if (facts.state !== "open") return deny("REVIEW_CLOSED", { state: facts.state });
  const { self, manager } = facts.submitted;
  const waits = whyNotReadSide(facts, now);
  if (waits !== null) return deny("REVIEW_WAITS", { dueAt: facts.dueAt.toISOString() });
  return self === null && manager === null ? deny("REVIEW_EMPTY", {}) : null;
}

/** A review is cancelled while it is open. */
export function whyNotCancelReview({ state }: ReviewFacts): Denial | null {
  return state === "open" ? null : deny("REVIEW_CLOSED", { state });
}

/** Whom a review is about answers it once it is closed. */
export function whyNotAnswerReview({ state }: ReviewFacts): Denial | null {
  return state === "closed" ? null : deny("REVIEW_NOT_CLOSED", { state });
}

/** Law 4: a review has two sides, so who has no manager is not reviewed. */
export function whyNotAlone({ managerId }: { managerId: string | null }): Denial | null {
  return managerId === null ? deny("REVIEW_ALONE", {}) : null;
}

/** A review is due on a day to come, and not too far away. */
export function whyNotDueOn(
  dueAt: Date,
  now: Date,
  limits: Pick<Limits, "reviewDays">,
): Denial | null {
  const days = (dueAt.getTime() - now.getTime()) / 86_400_000;
  return days > 0 && days <= limits.reviewDays
    ? null
    : deny("REVIEW_DUE", { days: limits.reviewDays });
}
