import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { whyNotApproveBand, whyNotBand, whyNotDiscardBand, whyNotLevel } from "./rules.ts";

const tests = "band/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const BAND_RULES: readonly FixedRule[] = [
  fixed("band", whyNotBand, {
    says: "A band rises from its minimum over its middle to its maximum, and takes effect today or later.",
    points: ["band.draft", "band.approve"],
    codes: ["BAND_ORDER", "BAND_PAST"],
    laws: [8],
    tests,
  }),
  fixed("band", whyNotApproveBand, {
    says: "A draft of a band is approved by someone else than its author, before it takes effect.",
    points: ["band.approve"],
    codes: ["BAND_STATE", "BAND_OWN_APPROVAL", "BAND_ORDER", "BAND_PAST"],
    laws: [8],
    tests,
  }),
  fixed("band", whyNotDiscardBand, {
    says: "Only a draft of a band is discarded.",
    points: ["band.discard"],
    codes: ["BAND_STATE"],
    laws: [8],
    tests,
  }),
  fixed("band", whyNotLevel, {
    says: "A band is of a level that the framework has.",
    points: ["band.draft"],
    codes: ["BAND_LEVEL"],
    laws: [],
    tests,
  }),
];
