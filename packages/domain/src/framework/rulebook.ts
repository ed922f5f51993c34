import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { whyNotCompare, whyNotEdit, whyNotImport, whyNotStartDraft } from "./rules.ts";

const tests = "framework/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const FRAMEWORK_RULES: readonly FixedRule[] = [
  fixed("framework", whyNotEdit, {
    says: "A published version of a framework never changes.",
    points: ["framework.editAnchor", "framework.discardDraft", "framework.publish"],
    codes: ["FRAMEWORK_PUBLISHED"],
    laws: [6],
    tests,
  }),
  fixed("framework", whyNotStartDraft, {
    says: "A framework has at most one draft, a copy of what was published last.",
    points: ["framework.startDraft"],
    codes: ["FRAMEWORK_DRAFT_EXISTS", "FRAMEWORK_NEVER_PUBLISHED"],
    laws: [],
    tests,
  }),
  fixed("framework", whyNotImport, {
    says: "A file becomes a framework's next draft, unless one is being written.",
    points: ["framework.import"],
    codes: ["FRAMEWORK_DRAFT_EXISTS"],
    laws: [],
    tests,
  }),
  fixed("framework", whyNotCompare, {
    says: "Versions are compared within one framework.",
    points: ["framework.compare"],
    codes: ["FRAMEWORKS_DIFFER"],
    laws: [],
    tests,
  }),
];
