import type { RuleView } from "@rubric/domain/policy/schemas";
import { describe, expect, it } from "vitest";
import { choicesOf, findRules, NO_FILTER, type RuleFilter } from "./search-rules.ts";

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

const HEADCOUNT = "Offers: offer.headcount";
const SEND = "Offers: offer.whyNotSend";
const OPEN = "Jobs and posts: job.whyNotOpen";

function found(by: Partial<RuleFilter>): string[] {
  return findRules(RULES, { ...NO_FILTER, ...by }).flatMap(({ title, rules }) =>
    rules.map(({ name }) => `${title}: ${name}`),
  );
}

describe("the rules that are shown", () => {
  it.each([
    ["", [OPEN, HEADCOUNT, SEND]],
    ["  ", [OPEN, HEADCOUNT, SEND]],
    ["margin", [HEADCOUNT]],
    ["JOB_ON", [SEND]],
    ["job", [OPEN, SEND]],
    ["job open", [OPEN]],
    ["law 9", [HEADCOUNT]],
    ["flow", []],
  ])("for %j are %j", (typed, expected) => {
    expect(found({ typed })).toEqual(expected);
  });

  it.each([
    [{ feature: "Offers" }, [HEADCOUNT, SEND]],
    [{ law: "8" }, [SEND]],
    [{ kind: "flow" }, []],
    [{ by: "policy" }, [HEADCOUNT]],
    [{ by: "code", feature: "Offers" }, [SEND]],
  ])("by %j are %j", (by, expected) => {
    expect(found(by)).toEqual(expected);
  });

  it("are chosen by the features and laws that they are of", () => {
    expect(choicesOf(RULES)).toEqual({ features: ["Jobs and posts", "Offers"], laws: [8, 9] });
  });
});
