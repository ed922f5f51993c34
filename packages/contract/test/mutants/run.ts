import type { RuleId } from "@rubric/contract/diff";
import { INPUT_RULES } from "./input-rules.ts";
import { missed, type Proof } from "./mutant.ts";
import { OUTPUT_RULES } from "./output-rules.ts";
import { PROCEDURE_RULES } from "./procedure-rules.ts";

/** For each rule the edits that show it. */
export const PROOFS: Record<RuleId, Proof> = {
  ...PROCEDURE_RULES,
  ...INPUT_RULES,
  ...OUTPUT_RULES,
};

/** One rule's proof: what was missed of its mutants, and what its twins were wrongly told. */
export type Proven = { rule: string; missed: string[]; alarms: string[] };

/** Makes every edit, and says which the check got wrong. */
export function proveRules(): Proven[] {
  return Object.entries(PROOFS).map(([rule, { mutants, twins }]) => ({
    rule,
    missed: mutants.map((one) => missed(rule, one)).filter((why) => why !== null),
    alarms: twins.map((one) => missed(`${rule}'s twin`, one)).filter((why) => why !== null),
  }));
}

/** The last line: how many rules were caught, and how many alarmed falsely. */
export function summary(proven: readonly Proven[]): string {
  const caught = proven.filter((one) => one.missed.length === 0).length;
  const alarms = proven.filter((one) => one.alarms.length > 0).length;
  return `caught ${caught}/${proven.length}, false alarms ${alarms}/${proven.length}`;
}
