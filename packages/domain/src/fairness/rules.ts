import { deny, type Denial } from "../errors.ts";
import { type Attribute, isAnswer } from "./attributes.ts";

export type GivenAnswer = { attribute: Attribute; answer: string };

/** Each answer is to a question that is asked, one of its own; none at all takes all back. */
export function whyNotIdentify(
  asked: readonly Attribute[],
  answers: readonly GivenAnswer[],
): Denial | null {
  const once = new Set(answers.map((one) => one.attribute)).size === answers.length;
  const known = answers.every(
    ({ attribute, answer }) => asked.includes(attribute) && isAnswer(attribute, answer),
  );
  return once && known ? null : deny("NOT_ASKED", {});
}

/** Law 1: the figures are for an auditor who is nothing else, so that nobody decides by them. */
export function whyNotReadFairness(roles: readonly string[]): Denial | null {
  return roles.every((role) => role === "auditor") ? null : deny("FAIRNESS_DECIDER", {});
}
