import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { whyNotComplete, whyNotReassign } from "./rules.ts";

const tests = "deadline/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const DEADLINE_RULES: readonly FixedRule[] = [
  fixed("deadline", whyNotComplete, {
    says: "An open deadline is met by what it asks for; by hand only where no command meets it.",
    points: ["deadline.complete"],
    codes: ["DEADLINE_STATE", "DEADLINE_OF_COMMAND"],
    laws: [11],
    tests,
  }),
  fixed("deadline", whyNotReassign, {
    says: "An open deadline is given to somebody else, unless only its author can meet it.",
    points: ["deadline.reassign"],
    codes: ["DEADLINE_STATE", "DEADLINE_OF_AUTHOR", "DEADLINE_THEIRS"],
    laws: [11],
    tests,
  }),
];
