import { describe, expect, it } from "vitest";
import { EMPTY, Kept, namedIn, toggled, withNamed } from "./kept.ts";

describe("what the fragment of the address names", () => {
  const there = ["caching", "api-contracts"];
  it.each([
    ["", []],
    ["#checklist", []],
    ["#gaps=caching", ["caching"]],
    ["#gaps=api-contracts,caching", ["caching", "api-contracts"]],
    ["#gaps=api-contracts%2Ccaching", ["caching", "api-contracts"]],
    ["#gaps=unknown,<script>", []],
  ])("%s: %o", (fragment, named) => {
    expect(namedIn(fragment, there)).toEqual(named);
  });
});

describe("what is kept", () => {
  it("begins what is named as partly there, and keeps the marks that were given", () => {
    const kept = withNamed({ ...EMPTY, marks: { caching: "yes" } }, ["caching", "api-contracts"]);
    expect(kept.marks).toEqual({ caching: "yes", "api-contracts": "mixed" });
    expect(withNamed(EMPTY, [])).toBe(EMPTY);
  });

  it("is whole at the beginning, and puts in and takes out", () => {
    expect(Kept.parse(EMPTY)).toEqual(EMPTY);
    expect(toggled(toggled(["a"], "b"), "a")).toEqual(["b"]);
  });
});
