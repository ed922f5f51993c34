import { expect, it } from "vitest";
import { weekWords } from "./week-words.ts";

it.each([
  ["2026-11-16", "2026-11-16", "This week, from 16 Nov 2026"],
  ["2026-11-16", "2026-11-22", "This week, from 16 Nov 2026"],
  ["2026-11-16", "2026-11-23", "Last week, from 16 Nov 2026"],
  ["2026-11-02", "2026-11-22", "2 weeks ago, from 2 Nov 2026"],
])("the week of %s on %s: %s", (monday, today, words) => {
  expect(weekWords(monday, today)).toBe(words);
});
