import { expect, it } from "vitest";
import { endOfPlan, startOfWeek, weekAt } from "./weeks.ts";

it.each<[string, number]>([
  ["2026-03-01", 0],
  ["2026-03-02", 1],
  ["2026-03-08", 1],
  ["2026-03-09", 2],
  ["2026-03-29", 4],
  ["2026-02-22", -1],
])("%s falls in week %i of a plan from 2 March, across a change of clocks", (day, week) => {
  expect(weekAt("2026-03-02", day)).toBe(week);
});

it("begins and ends on days", () => {
  expect(startOfWeek("2026-03-02", 1)).toBe("2026-03-02");
  expect(startOfWeek("2026-03-02", 5)).toBe("2026-03-30");
  expect(endOfPlan("2026-03-02", 4)).toBe("2026-03-29");
});
