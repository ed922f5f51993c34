import { expect, it } from "vitest";
import { parseDay } from "./parse-day.ts";

it.each([
  ["31.12.2026", "2026-12-31"],
  ["5/6/2026", "2026-06-05"],
  ["05-06-2026", "2026-06-05"],
  ["31 Dec 2026", "2026-12-31"],
  [" 1. February 2027 ", "2027-02-01"],
  ["3 Sept 2026", "2026-09-03"],
  ["Fri 4 Dec 2026", "2026-12-04"],
  ["2026-12-31", "2026-12-31"],
])("reads %j", (typed, day) => expect(parseDay(typed)).toBe(day));

it.each(["", "soon", "31.11.2026", "29/2/2026", "2026-13-01", "12 Foo 2026", "0000-00-00"])(
  "does not take %j for a day",
  (typed) => expect(parseDay(typed)).toBeNull(),
);
