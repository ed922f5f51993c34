import { describe, expect, it } from "vitest";
import { diffLines } from "./diff.ts";

describe("before and after", () => {
  it("are compared field by field, nested ones by their path", () => {
    const before = { state: "draft", team: { lead: "Ada" }, gone: 1, tags: ["a", "b"] };
    const after = { state: "open", team: { lead: "Ada" }, fresh: true, tags: ["a", "c"] };
    expect(diffLines(before, after)).toEqual([
      { path: "state", before: "draft", after: "open", change: "changed" },
      { path: "team.lead", before: "Ada", after: "Ada", change: "same" },
      { path: "gone", before: "1", after: null, change: "removed" },
      { path: "tags[1]", before: "a", after: "a", change: "same" },
      { path: "tags[2]", before: "b", after: "c", change: "changed" },
      { path: "fresh", before: null, after: "true", change: "added" },
    ]);
  });

  it("say it in words when a value is nothing", () => {
    expect(diffLines({ a: null, b: [] }, { a: "x", b: ["y"] })).toEqual([
      { path: "a", before: "none", after: "x", change: "changed" },
      { path: "b", before: "none", after: null, change: "removed" },
      { path: "b[1]", before: null, after: "y", change: "added" },
    ]);
    expect(diffLines({}, {})).toEqual([]);
  });
});
