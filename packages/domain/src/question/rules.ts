import { deny, type Denial } from "../errors.ts";

export type QuestionFacts = { withdrawn: boolean; jobs: number };

/** A question that an adopted plan asks stays as it is: applications are pinned to it (law 6). */
export function whyNotUpdate(question: QuestionFacts): Denial | null {
  if (question.withdrawn) return deny("QUESTION_WITHDRAWN", {});
  return question.jobs > 0 ? deny("QUESTION_IN_USE", { jobs: question.jobs }) : null;
}

/** A question is withdrawn once; in use or not (law 6). */
export function whyNotWithdraw(question: Pick<QuestionFacts, "withdrawn">): Denial | null {
  return question.withdrawn ? deny("QUESTION_WITHDRAWN", {}) : null;
}

/** A question asks about a competency of a published framework. */
export function whyNotCompetency(known: readonly { key: string }[], key: string): Denial | null {
  return known.some((one) => one.key === key) ? null : deny("COMPETENCY_UNKNOWN", { key });
}
