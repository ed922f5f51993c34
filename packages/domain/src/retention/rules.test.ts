import { describe, expect, it } from "vitest";
import { whyNotErase, whyNotLift, whyNotNotice } from "./rules.ts";

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

describe("law 10: notices and holds", () => {
  it.each([
    [{ owed: true, sent: false }, null],
    [{ owed: true, sent: true }, "NOTICE_SENT"],
    [{ owed: false, sent: false }, "NOTICE_NOT_OWED"],
    [{ owed: false, sent: true }, "NOTICE_NOT_OWED"],
  ])("a notice %j: %s", (notice, code) => {
    expect(whyNotNotice(notice)?.code ?? null).toBe(code);
  });

  it.each([
    [false, null],
    [true, "HOLD_LIFTED"],
  ])("a hold that was lifted before: %s, now: %s", (lifted, code) => {
    expect(whyNotLift({ lifted })?.code ?? null).toBe(code);
  });
});
