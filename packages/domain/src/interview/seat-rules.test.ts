import { describe, expect, it } from "vitest";
import {
  whyNotChoose,
  whyNotExtra,
  whyNotFit,
  whyNotInvite,
  whyNotPassOn,
  whyNotSeated,
  whyNotSwap,
} from "./rules.ts";

describe("who sits in an interview", () => {
  it.each([
    [[], [], null],
    [["Ada"], [], "INTERVIEWER_CONFLICT"],
    [[], ["Ben"], "INTERVIEWER_NOT_ACTIVE"],
    [["Ada"], ["Ben"], "INTERVIEWER_CONFLICT"],
  ])("law 7 keeps %j away, %j are not active: %s", (conflicted, inactive, code) => {
    expect(whyNotFit({ conflicted, inactive })?.code ?? null).toBe(code);
  });

  it.each([
    ["a", "c", null],
    ["a", "b", "INTERVIEWER_TWICE"],
    ["a", "a", "INTERVIEWER_TWICE"],
    ["c", "d", "INTERVIEWER_NOT_SEATED"],
  ])("of a and b, %s is swapped for %s: %s", (out, into, code) => {
    expect(whyNotSwap({ out, in: into, seated: ["a", "b"] })?.code ?? null).toBe(code);
  });

  it.each([
    [0, "INTERVIEWERS_GONE"],
    [1, null],
  ])("with %i who interview: %s", (interviewers, code) => {
    expect(whyNotSeated(interviewers)?.code ?? null).toBe(code);
  });

  it.each([
    [true, false, null],
    [true, true, null],
    [false, false, "INTERVIEWER_POOL_FULL"],
    [false, true, "INTERVIEWERS_GONE"],
  ])("there is a next one: %s, and a candidate asks: %s: %s", (next, candidate, code) => {
    expect(whyNotPassOn({ next, candidate, week: "2030-01-07" })?.code ?? null).toBe(code);
  });
});

describe("what an interview is", () => {
  it.each([
    [true, null],
    [false, "INTERVIEW_TIME_NOT_PROPOSED"],
  ])("a time that was proposed: %s: %s", (proposed, code) => {
    expect(whyNotChoose({ proposed })?.code ?? null).toBe(code);
  });

  it.each([
    [true, true, null],
    [true, false, "INTERVIEW_STAGE_OVER"],
    [false, true, "INTERVIEW_NOT_OF_STAGE"],
    [false, false, "INTERVIEW_NOT_OF_STAGE"],
  ])("law 6: an extra one of the stage: %s, which goes on: %s: %s", (ofStage, open, code) => {
    expect(whyNotExtra({ ofStage, open })?.code ?? null).toBe(code);
  });

  it.each([
    [[], null],
    [["US-CO"], "INVITATION_NEEDS_RANGE"],
  ])("an invitation that lacks a range for %j: %s", (lacking, code) => {
    expect(whyNotInvite(lacking)?.code ?? null).toBe(code);
  });
});
