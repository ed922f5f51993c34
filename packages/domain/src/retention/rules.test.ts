import { describe, expect, it } from "vitest";
import { whyNotErase } from "./rules.ts";

describe("law 10: a person is erased once", () => {
  it.each([
    [{ erased: false, underway: false, waiting: false }, null],
    [{ erased: false, underway: true, waiting: false }, "ERASURE_RUNNING"],
    [{ erased: false, underway: true, waiting: true }, "ERASURE_WAITING"],
    [{ erased: true, underway: false, waiting: false }, "CANDIDATE_ERASED"],
    [{ erased: true, underway: true, waiting: true }, "CANDIDATE_ERASED"],
  ])("%j: %s", (facts, expected) => {
    expect(whyNotErase(facts)?.code ?? null).toBe(expected);
  });
});
