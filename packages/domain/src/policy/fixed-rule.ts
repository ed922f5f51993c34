import type { Denial, ErrorCode } from "../errors.ts";
import { isPermission, type Permission, PERMISSIONS } from "../permissions.ts";

/** A rule that is the same for every organization: a pure function that refuses or does not. */
export type FixedRule = {
  /** `<feature>.<function>`, as in `offer.whyNotSend`. */
  name: string;
  /** The rule in a sentence. */
  says: string;
  /** The commands and queries that ask it. */
  points: readonly Permission[];
  /** What it can refuse with. */
  codes: readonly ErrorCode[];
  /** The laws that these refusals keep. */
  laws: readonly number[];
  /** The file of its table tests, from `packages/domain/src`. */
  tests: string;
};

/** What the frame of every call asks, before its verb runs. */
export const EVERY_POINT: readonly Permission[] = Object.keys(PERMISSIONS).filter(isPermission);

/** Enters a function into the list of rules, by its own name. */
export function fixed(
  feature: string,
  rule: (...facts: never[]) => Denial | null,
  about: Omit<FixedRule, "name">,
): FixedRule {
  return { name: `${feature}.${rule.name}`, ...about };
}
