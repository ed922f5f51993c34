import { describe, expect, it } from "vitest";
import { EVERYONE } from "../policy/segment.ts";
import { judgeAt } from "../policy/judge.ts";
import { indexPolicies } from "../policy/resolve.ts";
import { keepRule, type KeepRuleFacts, strictest } from "./keep-rule.ts";

const place = { region: "DE", experiment: null, client: "system", network: "internal" } as const;
const at = new Date("2026-06-01T00:00:00.000Z");

const policy = (months: number) =>
  indexPolicies([
    {
      id: "00000000-0000-7000-8000-000000000001",
      policyId: "00000000-0000-7000-8000-000000000002",
      rule: keepRule.name,
      number: 1,
      segment: EVERYONE,
      kind: "flow",
      parameters: { months },
      ends: false,
      from: 0,
      to: null,
    },
  ]);

const END = "2026-01-31T12:00:00.000Z";
const FACTS: KeepRuleFacts = {
  now: END,
  endedAt: END,
  hired: false,
  held: false,
  askedAt: null,
  least: null,
  most: null,
  consentUntil: null,
};
const on = (day: string) => `${day}T12:00:00.000Z`;
const bound = (day: string) => ({ at: on(day), region: "DE" });
const judged = (facts: Partial<KeepRuleFacts>, months: number | null = null) => {
  const index = months === null ? new Map() : policy(months);
  const [first] = judgeAt(keepRule, { ...FACTS, ...facts }, index, [place], at);
  return first;
};

const kept = (facts: KeepRuleFacts, months: number) => {
  const verdict = keepRule.judge(facts, { months }, "flow");
  return verdict === null || "code" in verdict ? [] : [verdict];
};

describe("law 10: how long the organization itself keeps an application", () => {
  it.each([
    ["without a policy, 24 months", "2026-01-31", null, "2028-01-31"],
    ["one month, to the end of a short one", "2026-01-31", 1, "2026-02-28"],
    ["in a leap year", "2024-01-31", 1, "2024-02-29"],
    ["over the turn of the year", "2026-11-15", 3, "2027-02-15"],
    ["ten years", "2026-01-31", 120, "2036-01-31"],
  ])("%s", (_, ended, months, until) => {
    const said = judged({ now: on(ended), endedAt: on(ended) }, months);
    const facts = { why: "policy", until: on(until), policyUntil: on(until) };
    expect(said?.verdict).toEqual({ effect: "keep", facts });
    expect(said?.explanation.sentence).toBe(`Kept until ${until}: the organization's own time.`);
  });

  it.each<[string, Partial<KeepRuleFacts>, string]>([
    [
      "its own time is over",
      { now: on("2028-01-31") },
      "Erased: the organization keeps it until 2028-01-31.",
    ],
    [
      "the person agreed to stay longer",
      { now: on("2028-01-31"), consentUntil: on("2029-05-01") },
      "Kept until 2029-05-01: the organization's own time.",
    ],
    [
      "the law allows less",
      { most: bound("2026-07-31") },
      "Kept until 2026-07-31: the law allows no longer.",
    ],
    [
      "that time is over",
      { now: on("2026-07-31"), most: bound("2026-07-31") },
      "Erased: the law allows no longer.",
    ],
    [
      "the law demands more than it allows",
      { now: on("2026-08-01"), most: bound("2026-07-31"), least: bound("2030-01-31") },
      "Locked away until 2030-01-31: the law demands it.",
    ],
    [
      "the law demands more than its own time",
      { now: on("2028-02-01"), least: bound("2030-01-31") },
      "Kept until 2030-01-31: the organization's own time.",
    ],
    ["the person asked", { askedAt: on("2026-02-01") }, "Erased: the person asked for it."],
    [
      "the person asked and the law demands it",
      { askedAt: on("2026-02-01"), least: bound("2030-01-31") },
      "Locked away until 2030-01-31: the law demands it.",
    ],
    ["a hold stands", { now: on("2036-01-31"), held: true }, "Kept: a legal hold."],
    [
      "a hold stands and the person asked",
      { held: true, askedAt: on("2026-02-01") },
      "Locked away: a legal hold.",
    ],
    [
      "they were hired",
      { now: on("2036-01-31"), hired: true },
      "Kept: the file of somebody who was hired.",
    ],
  ])("where %s", (_, facts, sentence) => {
    expect(judged(facts)?.explanation.sentence).toBe(sentence);
  });

  it("of several policies the strictest counts, whatever their order", () => {
    const now = on("2026-08-01");
    const said = [24, 6, 12].flatMap((months) => kept({ ...FACTS, now }, months));
    const erased = { verdict: "erase", why: "policy", until: null };
    expect(strictest(said)).toEqual(erased);
    const longer = [24, 12].flatMap((months) => kept(FACTS, months));
    const until = new Date(on("2027-01-31"));
    expect(strictest(longer)).toEqual({ verdict: "keep", why: "policy", until });
    expect(strictest([])).toBeNull();
  });

  it.each([{ months: 0 }, { months: 121 }, { months: 1.5 }, {}, { months: 6, days: 1 }])(
    "takes no other months: %j",
    (parameters) => {
      expect(keepRule.parameters.safeParse(parameters).success).toBe(false);
    },
  );
});
