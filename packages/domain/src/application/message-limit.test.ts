import { expect, it } from "vitest";
import { mayVary } from "../policy/rule.ts";
import { messageLimitRule as rule } from "./message-limit.ts";

it.each([
  [0, 10, null],
  [9, 10, null],
  [10, 10, "MESSAGES_MANY"],
  [11, 10, "MESSAGES_MANY"],
  [0, 1, null],
  [1, 1, "MESSAGES_MANY"],
])("%i messages within a day of at most %i: %s", (withinDay, most, code) => {
  const denial = rule.judge({ withinDay }, { most }, "validation");
  expect(denial).toEqual(code === null ? null : expect.objectContaining({ code }));
});

it("lets a candidate be written to at all", () => {
  expect(rule.parameters.safeParse({ most: 0 }).success).toBe(false);
});

it("is decided by no law, so that an experiment may vary it", () => {
  expect(mayVary(rule)).toBe(true);
});
