import { deny, type Denial } from "../errors.ts";

export type QuestionFacts = { withdrawn: boolean; resting: boolean; jobs: number };

/** A question that an adopted plan asks stays as it is: applications are pinned to it (law 6). */
export function whyNotUpdate(question: Pick<QuestionFacts, "withdrawn" | "jobs">): Denial | null {
  if (question.withdrawn) return deny("QUESTION_WITHDRAWN", {});
  return question.jobs > 0 ? deny("QUESTION_IN_USE", { jobs: question.jobs }) : null;
}

/** A question is withdrawn once; in use or not (law 6). */
export function whyNotWithdraw(question: Pick<QuestionFacts, "withdrawn">): Denial | null {
  return question.withdrawn ? deny("QUESTION_WITHDRAWN", {}) : null;
}

/** A question rests once, and until a day to come; `days` null: it has not been said until when. */
export function whyNotRest(
  question: Pick<QuestionFacts, "withdrawn" | "resting">,
  days: { until: string; today: string } | null,
): Denial | null {
  if (question.withdrawn) return deny("QUESTION_WITHDRAWN", {});
  if (question.resting) return deny("QUESTION_RESTING", {});
  return days !== null && days.until <= days.today ? deny("REST_OVER", {}) : null;
}

/** Only a question that rests is woken. */
export function whyNotWake(question: Pick<QuestionFacts, "withdrawn" | "resting">): Denial | null {
  if (question.withdrawn) return deny("QUESTION_WITHDRAWN", {});
  return question.resting ? null : deny("QUESTION_AWAKE", {});
}

/** A question asks about a competency of a published framework. */
export function whyNotCompetency(known: readonly { key: string }[], key: string): Denial | null {
  return known.some((one) => one.key === key) ? null : deny("COMPETENCY_UNKNOWN", { key });
}
