import { expect, test } from "vitest";
import { moneyRangeWords, moneyWords } from "./money-words.ts";
import { initialsOf } from "./person-avatar.tsx";
import { describeState } from "./states.ts";
import { briefWords, dateWords, exactWords, relativeWords, zoneWords } from "./time-words.ts";

const now = Date.UTC(2026, 2, 12, 14, 5);
const minute = 60_000;

test.each([
  [now, "now"],
  [now - 59 * minute, "59 min ago"],
  [now + 61 * minute, "in 1 h"],
  [now - 24 * 60 * minute, "1 day ago"],
  [now + 13 * 24 * 60 * minute, "in 13 days"],
  [now - 21 * 24 * 60 * minute, "3 weeks ago"],
  [now - 800 * 24 * 60 * minute, "2 years ago"],
])("%i reads %s", (at, words) => {
  expect(relativeWords(at, now)).toBe(words);
});

test("instants are written in the zone asked for, dates in none", () => {
  expect(exactWords(now, "UTC")).toBe("Thu 12 Mar 2026, 14:05");
  expect(exactWords(now, "America/Denver")).toBe("Thu 12 Mar 2026, 08:05");
  expect(zoneWords(now, "Europe/Berlin")).toBe("CET");
  expect(briefWords(now, now, "UTC")).toBe("Thu 12 Mar, 14:05");
  expect(briefWords(Date.UTC(2025, 11, 31, 23, 30), now, "UTC")).toBe("Wed 31 Dec 2025, 23:30");
  expect(briefWords(Date.UTC(2025, 11, 31, 23, 30), now, "Europe/Berlin")).toBe("Thu 1 Jan, 00:30");
  expect(dateWords("2026-03-12")).toBe("12 Mar 2026");
});

const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("money keeps its currency and only the decimals it has", () => {
  expect(plain(moneyWords({ minor: 12_300_000, currency: "USD" }))).toBe("USD 123,000");
  expect(plain(moneyWords({ minor: 123_450, currency: "EUR" }))).toBe("EUR 1,234.50");
  expect(plain(moneyWords({ minor: 9_000_000, currency: "JPY" }))).toBe("JPY 9,000,000");
  expect(plain(moneyRangeWords({ min: 8_500_000, max: 10_200_000, currency: "EUR" }))).toBe(
    "EUR 85,000 – 102,000",
  );
});

test("a state is one word of the table; one that is unknown shows its name", () => {
  expect(describeState("offer", "change_asked")).toEqual({
    word: "Change asked for",
    tone: "waiting",
  });
  expect(describeState("offer", "some_new_state").word).toBe("some new state");
});

test("initials come from the first and last word, in any script", () => {
  expect(initialsOf("Ana-Sofía de la Gutiérrez")).toBe("AG");
  expect(initialsOf("  ÿannis ")).toBe("Ÿ");
  expect(initialsOf("李小龙")).toBe("李");
  expect(initialsOf("")).toBe("");
});
