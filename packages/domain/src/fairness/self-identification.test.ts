import { describe, expect, it } from "vitest";
import { selfIdentificationRule as rule } from "./self-identification.ts";

const parameters = { ...rule.defaults, asked: true };

describe("whether a candidate is asked how they identify themself", () => {
  it.each([
    ["where the region allows it and the organization asks", true, true, "ask"],
    ["not where the region does not allow it", false, true, null],
    ["not where the organization does not ask", true, false, null],
    ["not where neither does", false, false, null],
  ])("%s", (_, allowed, asked, effect) => {
    const verdict = rule.judge({ allowed }, { ...parameters, asked }, "flow");
    expect(verdict).toEqual(effect === null ? null : expect.objectContaining({ effect }));
  });

  it("is not asked unless an organization says so", () => {
    expect(rule.judge({ allowed: true }, rule.defaults, "flow")).toBeNull();
  });

  it("never shows a number below five people, whatever an organization wishes", () => {
    expect(rule.parameters.safeParse({ ...parameters, least: 4 }).success).toBe(false);
    expect(rule.parameters.safeParse({ ...parameters, least: 5 }).success).toBe(true);
  });
});
