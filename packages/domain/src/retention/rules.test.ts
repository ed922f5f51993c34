import { describe, expect, it } from "vitest";
import { whyNotErase } from "./rules.ts";

describe("law 10: a person is erased once", () => {
  it.each([
    [{ erased: false, underway: false }, null],
    [{ erased: false, underway: true }, "ERASURE_RUNNING"],
    [{ erased: true, underway: false }, "CANDIDATE_ERASED"],
    [{ erased: true, underway: true }, "CANDIDATE_ERASED"],
  ])("%j: %s", (facts, expected) => {
    expect(whyNotErase(facts)?.code ?? null).toBe(expected);
  });
});
