import { expect, test } from "vitest";
import { hrefOf, inputOf, readFilters } from "./filters.ts";

const AFTER = "2026-03-01T22:59:59.999Z_019ce1a0-0000-7000-8000-000000000000";

test("the address says what is shown, and reads back the same", () => {
  const filters = readFilters({ of: "all", when: "late", kind: "next_word", after: AFTER });
  expect(filters).toEqual({ of: "all", when: "late", kind: "next_word", after: AFTER });
  const url = new URL(hrefOf("harbour", filters), "http://localhost");
  expect(readFilters(Object.fromEntries(url.searchParams))).toEqual(filters);
  expect(inputOf(filters)).toEqual({
    scope: "all",
    when: "late",
    kind: "next_word",
    cursor: AFTER,
  });
});

test("what makes no sense in an address is left out", () => {
  expect(readFilters({ of: "hers", when: "soon", kind: ["own"], after: "x" })).toEqual({
    of: "mine",
    when: null,
    kind: null,
    after: null,
  });
  expect(hrefOf("harbour", readFilters({}))).toBe("/o/harbour/deadlines");
});
