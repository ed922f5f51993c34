import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import {
  whyNotApprovePack,
  whyNotDiscardPack,
  whyNotFrom,
  whyNotImportPack,
  whyNotSizes,
} from "./pack-rules.ts";

const tests = "region/pack-rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const REGION_RULES: readonly FixedRule[] = [
  fixed("region", whyNotApprovePack, {
    says: "A draft of the rules of regions is approved by someone else than its author, for no day that is past.",
    points: ["region.approvePack"],
    codes: ["REGION_PACK_STATE", "REGION_PACK_AUTHOR", "REGION_PACK_PAST"],
    laws: [],
    tests,
  }),
  fixed("region", whyNotDiscardPack, {
    says: "Only a draft of the rules of regions is discarded.",
    points: ["region.discardPack"],
    codes: ["REGION_PACK_STATE"],
    laws: [],
    tests,
  }),
  fixed("region", whyNotImportPack, {
    says: "One version of the rules of regions waits for its approval at a time.",
    points: ["region.importPack"],
    codes: ["REGION_PACK_WAITS"],
    laws: [],
    tests,
  }),
  fixed("region", whyNotFrom, {
    says: "A version of the rules of regions holds from today on at the earliest.",
    points: ["region.importPack", "region.approvePack"],
    codes: ["REGION_PACK_PAST"],
    laws: [],
    tests,
  }),
  fixed("region", whyNotSizes, {
    says: "Each region stands once, and none employs more than a region that it lies in.",
    points: ["region.setSizes"],
    codes: ["REGION_SIZES"],
    laws: [],
    tests,
  }),
];
