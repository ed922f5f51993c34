import { expect, test } from "vitest";
import { type RegionRow, rulesLike, thresholdWords } from "./rule-words.ts";

const row = (over: Partial<RegionRow>): RegionRow => ({
  id: "us-co-pay-range",
  region: "US-CO",
  topic: "pay_range",
  status: "in_force",
  binding: "binds",
  from: "2021-01-01",
  to: null,
  threshold: null,
  blocking: true,
  source: "C.R.S. § 8-5-201",
  confidence: "h",
  sentence: "A post names the range.",
  ...over,
});

test.each([
  ["colorado range", 1],
  ["pay range", 2],
  ["8-5-201", 2],
  ["ontario", 1],
  ["us-co ontario", 0],
  ["", 2],
])("rules are found by words in any part of them: %j", (search, count) => {
  const rules = [row({}), row({ id: "ca-on-pay-range", region: "CA-ON" })];
  expect(rulesLike(rules, { search, region: null, status: null })).toHaveLength(count);
});

test("rules are narrowed by region and by how they stand to the day", () => {
  const rules = [row({}), row({ region: "CA-ON", status: "to_come" })];
  expect(rulesLike(rules, { search: "", region: "US-CO", status: null })).toHaveLength(1);
  expect(rulesLike(rules, { search: "", region: "US-CO", status: "to_come" })).toEqual([]);
});

test("a threshold that must be exceeded names the first number that does", () => {
  const threshold = { employees: 20, more: true, where: "DE" };
  expect(thresholdWords(row({ threshold }))).toBe("From 21 employees in Germany on");
  expect(thresholdWords(row({ threshold: { ...threshold, more: false } }))).toContain("From 20");
  expect(thresholdWords(row({}))).toBeNull();
});
