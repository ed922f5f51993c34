import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import {
  whyNotAddSource,
  whyNotFetch,
  whyNotFigure,
  whyNotSetSource,
  whyNotSource,
} from "./rules.ts";

const tests = "metric/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const METRIC_RULES: readonly FixedRule[] = [
  fixed("metric", whyNotFigure, {
    says: "A figure is of a week or quarter that has begun, and of what its metric can be.",
    points: ["metric.enter"],
    codes: ["METRIC_FIGURE"],
    laws: [],
    tests,
  }),
  fixed("metric", whyNotSource, {
    says: "A source's address is one that may be asked, and its project has its host's form.",
    points: ["metric.addSource"],
    codes: ["METRIC_SOURCE"],
    laws: [],
    tests,
  }),
  fixed("metric", whyNotAddSource, {
    says: "An organization has only so many sources.",
    points: ["metric.addSource"],
    codes: ["METRIC_SOURCE_LIMIT"],
    laws: [],
    tests,
  }),
  fixed("metric", whyNotSetSource, {
    says: "A source is switched to a state that it is not in.",
    points: ["metric.setSource"],
    codes: ["METRIC_SOURCE_STATE"],
    laws: [],
    tests,
  }),
  fixed("metric", whyNotFetch, {
    says: "Figures are fetched for whom a source knows, not too often, and not while it asked to be left alone.",
    points: ["metric.fetch"],
    codes: ["METRIC_UNMAPPED", "METRIC_WAITS"],
    laws: [],
    tests,
  }),
];
