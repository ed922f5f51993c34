import { describe, expect, it } from "vitest";
import { LIMITS } from "../limits.ts";
import { dueWeek, mondayOf, whyNotRecord, whyNotReply } from "./rules.ts";

describe("the week of a day", () => {
  it.each([
    ["2026-11-16", "2026-11-16"],
    ["2026-11-22", "2026-11-16"],
    ["2026-11-23", "2026-11-23"],
    ["2027-01-01", "2026-12-28"],
  ])("of %s begins on %s", (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });

  it.each([
    ["Monday", "2026-11-16", "2026-11-09"],
    ["Wednesday", "2026-11-18", "2026-11-09"],
    ["Thursday", "2026-11-19", "2026-11-16"],
    ["Sunday", "2026-11-22", "2026-11-16"],
  ])("is due on a %s: %s is for %s", (_name, today, week) => {
    expect(dueWeek(today)).toBe(week);
  });
});

describe("whyNotRecord", () => {
  const today = "2026-11-18";
  it.each([
    ["this week", "2026-11-16", false, null],
    ["four weeks back", "2026-10-19", false, null],
    ["five weeks back", "2026-10-12", false, "CHECK_IN_WEEK"],
    ["the next week", "2026-11-23", false, "CHECK_IN_WEEK"],
    ["a Tuesday", "2026-11-17", false, "CHECK_IN_WEEK"],
    ["an answered one", "2026-11-16", true, "CHECK_IN_ANSWERED"],
  ])("of %s", (_name, week, answered, code) => {
    expect(whyNotRecord({ week, today, answered }, LIMITS)?.code ?? null).toBe(code);
  });
});

describe("whyNotReply", () => {
  it.each([
    [{ revision: 2, answered: false }, 2, null],
    [{ revision: 2, answered: false }, 1, "CHECK_IN_CHANGED"],
    [{ revision: 2, answered: true }, 2, "CHECK_IN_ANSWERED"],
  ])("%o read at %i", (facts, read, code) => {
    expect(whyNotReply(facts, read)?.code ?? null).toBe(code);
  });
});
