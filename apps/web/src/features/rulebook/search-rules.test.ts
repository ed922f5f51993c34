import type { RuleView } from "@rubric/domain/policy/schemas";
import { describe, expect, it } from "vitest";
import { findRules } from "./search-rules.ts";

const rule = (name: string, over: Partial<RuleView> = {}): RuleView => ({
  name,
  feature: name.split(".")[0] ?? "",
  settable: false,
  kinds: [{ kind: "validation", sentence: `${name} is kept.` }],
  points: ["offer.send"],
  everywhere: false,
  laws: [],
  codes: [],
  effects: [],
  parameters: [],
  tests: "offer/rules.test.ts",
  ...over,
});

const RULES = [
  rule("offer.headcount", {
    settable: true,
    laws: [9],
    parameters: [{ name: "marginPercent", title: "Margin", unit: "%", standard: "20" }],
  }),
  rule("offer.whyNotSend", { codes: ["JOB_ON_HOLD"], laws: [8] }),
  rule("job.whyNotOpen", { points: ["job.open"] }),
];

describe("the rules that are shown", () => {
  it.each([
    [
      "",
      [
        "Set by policy: offer.headcount",
        "Offers: offer.whyNotSend",
        "Jobs and posts: job.whyNotOpen",
      ],
    ],
    [
      "  ",
      [
        "Set by policy: offer.headcount",
        "Offers: offer.whyNotSend",
        "Jobs and posts: job.whyNotOpen",
      ],
    ],
    ["margin", ["Set by policy: offer.headcount"]],
    ["JOB_ON", ["Offers: offer.whyNotSend"]],
    ["job", ["Offers: offer.whyNotSend", "Jobs and posts: job.whyNotOpen"]],
    ["job open", ["Jobs and posts: job.whyNotOpen"]],
    ["law 9", ["Set by policy: offer.headcount"]],
    ["flow", []],
  ])("for %j are %j", (typed, expected) => {
    const found = findRules(RULES, typed).flatMap(({ title, rules }) =>
      rules.map(({ name }) => `${title}: ${name}`),
    );
    expect(found).toEqual(expected);
  });
});
