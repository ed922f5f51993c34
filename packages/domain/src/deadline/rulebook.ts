import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import {
  whyNotAway,
  whyNotComplete,
  whyNotGive,
  whyNotReassign,
  whyNotRecord,
  whyNotSet,
} from "./rules.ts";

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
  fixed("deadline", whyNotAway, {
    says: "One is away until a day to come, and somebody else who is active stands in.",
    points: ["deadline.setAway"],
    codes: ["ABSENCE_UNFIT"],
    laws: [11],
    tests,
  }),
  fixed("deadline", whyNotGive, {
    says: "A deadline goes to somebody who may have it.",
    points: ["deadline.reassign"],
    codes: ["DEADLINE_UNFIT"],
    laws: [11],
    tests,
  }),
  fixed("deadline", whyNotRecord, {
    says: "What is written down says all that its kind needs, and began already.",
    points: ["deadline.record"],
    codes: ["DEADLINE_NEEDS"],
    laws: [11],
    tests,
  }),
  fixed("deadline", whyNotSet, {
    says: "A deadline is of a law only where a law of the places of the job sets it.",
    points: ["deadline.record"],
    codes: ["DEADLINE_NEEDS"],
    laws: [11],
    tests,
  }),
];
