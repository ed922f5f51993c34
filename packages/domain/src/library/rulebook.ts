import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { whyNotImportLibrary } from "./rules.ts";

/** The rules of this folder that are the same for every organization. */
export const LIBRARY_RULES: readonly FixedRule[] = [
  fixed("library", whyNotImportLibrary, {
    says: "A file replaces the version of the library that it was compared with, and no later one.",
    points: ["library.import"],
    codes: ["LIBRARY_OUTDATED"],
    laws: [],
    tests: "library/rules.test.ts",
  }),
];
