import { describe, expect, it } from "vitest";
import { requireSame } from "./list-answers.ts";

const page = (names: string[], nextCursor: string | null = null) => ({
  page: { applications: names.map((name) => ({ name, nextWordAt: null })), nextCursor },
});
const names = ["rubric", "bare"] as const;

describe("answers of two programs", () => {
  it("are the same with the same rows in the same order, whatever a cursor looks like", () => {
    const own = [page(["a", "b"], "x"), page(["c"])];
    const other = [page(["a", "b"], "another text"), page(["c"])];
    expect(() => requireSame(names, own, other)).not.toThrow();
  });

  it.each([
    ["another row", [page(["a", "c"], "x"), page(["c"])], "Page 0 differs at row 1"],
    ["another order", [page(["b", "a"], "x"), page(["c"])], "Page 0 differs at row 0"],
    ["a row less", [page(["a"], "x"), page(["c"])], "Page 0 differs"],
    ["a row more", [page(["a", "b", "c"], "x"), page(["c"])], "Page 0 differs"],
    ["no next page", [page(["a", "b"]), page(["c"])], "Page 0 is the last"],
    ["a page less", [page(["a", "b"], "x")], "rubric has 2 pages, bare 1"],
  ])("differ with %s", (_, other, sentence) => {
    const own = [page(["a", "b"], "x"), page(["c"])];
    expect(() => requireSame(names, own, other)).toThrow(sentence);
  });
});
