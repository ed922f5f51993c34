import type { Rating } from "@rubric/db/schema";
import { describe, expect, it } from "vitest";
import { preparationOpenRule } from "./open.ts";
import { gapsFrom, pathTo, publicTips } from "./rules.ts";

const LEVELS = [
  { key: "junior", name: "Junior", track: "engineer" as const },
  { key: "engineer", name: "Engineer", track: "engineer" as const },
  { key: "senior", name: "Senior", track: "engineer" as const },
  { key: "staff", name: "Staff", track: "technical" as const, follows: ["senior"] },
  { key: "manager", name: "Manager", track: "management" as const, follows: ["senior"] },
];

describe("the path to a level", () => {
  it.each([
    ["junior", "junior"],
    ["senior", "junior engineer senior"],
    ["staff", "junior engineer senior staff"],
    ["manager", "junior engineer senior manager"],
  ])("%s: %s", (key, path) => {
    expect(
      pathTo(LEVELS, key)
        .map((one) => one.key)
        .join(" "),
    ).toBe(path);
  });
});

describe("gaps of somebody who marked themself", () => {
  const path = ["junior", "engineer", "senior"];
  it.each<[Rating | null, number, { size: number; from: string } | null]>([
    [null, 3, null],
    ["strong_yes", 3, null],
    ["yes", 4, { size: 1, from: "senior" }],
    ["mixed", 3, { size: 1.5, from: "senior" }],
    ["no", 4, { size: 3, from: "engineer" }],
    ["definitely_not", 2, { size: 2, from: "junior" }],
  ])("marked %s at weight %i", (rating, weight, gap) => {
    const gaps = gapsFrom([{ competency: "caching", level: "senior", weight, rating }], path);
    expect(gaps).toEqual(gap === null ? [] : [{ competency: "caching", ...gap }]);
  });

  it("never begins below the first level, nor at one that is not on the way", () => {
    const of = (level: string) => ({ competency: "c", level, weight: 1 });
    expect(gapsFrom([{ ...of("engineer"), rating: "definitely_not" }], path)[0]?.from).toBe(
      "junior",
    );
    expect(gapsFrom([{ ...of("elsewhere"), rating: "mixed" }], path)[0]?.from).toBe("senior");
  });
});

describe("law 1: tips of the bank that candidates read", () => {
  const tip = (over: Partial<Parameters<typeof publicTips>[0][number]> = {}) => ({
    kind: "technical" as const,
    competency: "caching",
    tip: "Name the tools that you used.",
    hidden: ["How would you cache this?", "Names an eviction strategy", "Caches everything"],
    ...over,
  });
  it("are one for each kind and competency", () => {
    const bank = [
      tip(),
      tip({ tip: "Another one." }),
      tip({ kind: "behavioural" }),
      tip({ competency: "security" }),
    ];
    expect(publicTips(bank).map((one) => `${one.kind} ${one.competency}`)).toEqual([
      "technical caching",
      "behavioural caching",
      "technical security",
    ]);
  });

  it.each([
    ["says the question", "We ask: how would you cache this."],
    ["says what is strong", "Best is who names an eviction strategy!"],
    ["says what is weak", "Bad: caches  everything"],
    ["is empty", "  "],
  ])("leave out one that %s", (_what, text) => {
    expect(publicTips([tip({ tip: text })])).toEqual([]);
  });

  it("hold nothing of the question beside the tip", () => {
    expect(Object.keys(publicTips([tip()])[0] ?? {}).toSorted()).toEqual([
      "competency",
      "kind",
      "tip",
    ]);
  });
});

describe("whether anybody may prepare for a post", () => {
  it.each([
    ["unless a policy says otherwise", preparationOpenRule.defaults, { effect: "open", facts: {} }],
    ["not where one closes it", { open: false }, null],
  ])("%s", (_, parameters, verdict) => {
    expect(preparationOpenRule.judge({}, parameters, "flow")).toEqual(verdict);
  });
});
