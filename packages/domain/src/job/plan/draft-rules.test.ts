import { describe, expect, it } from "vitest";
import { whyNotLevel, whyNotTasks } from "../rules.ts";
import {
  whyNotDraft,
  whyNotLoseStage,
  whyNotSavePlan,
  whyNotVersion,
  whyNotWithdrawCriterion,
} from "./draft-rules.ts";

describe("the draft of a plan", () => {
  it.each([
    [true, null],
    [false, "PLAN_NO_DRAFT"],
  ])("is there: %s: %s", (draft, code) => {
    expect(whyNotDraft({ draft })?.code ?? null).toBe(code);
  });

  it.each([
    [null, null, null],
    ["one", "one", null],
    [null, "one", "PLAN_CHANGED"],
    ["one", null, "PLAN_CHANGED"],
    ["one", "another", "PLAN_CHANGED"],
  ])("seen as %s that is %s: %s", (seen, now, code) => {
    expect(whyNotSavePlan(seen, now)?.code ?? null).toBe(code);
  });
});

describe("law 6: what a plan is pinned to", () => {
  it.each([
    ["new", null],
    ["old", "PLAN_FRAMEWORK_MOVED"],
  ])("a draft by the %s version: %s", (written, code) => {
    expect(whyNotVersion(written, { id: "new", number: 3 })?.code ?? null).toBe(code);
  });

  it.each([
    [false, null],
    [true, "CRITERION_WITHDRAWN"],
  ])("a criterion that was withdrawn before: %s, now: %s", (withdrawn, code) => {
    expect(whyNotWithdrawCriterion({ name: "Incidents", withdrawn })?.code ?? null).toBe(code);
  });

  it.each([
    ["nobody is in a stage that is gone", 0, false, null],
    ["their stage is there", 2, true, null],
    ["their stage is gone", 2, false, "MOVE_STAGE_GONE"],
  ])("%s", (_, applications, there, code) => {
    const stages = [{ name: "Loop", applications, there }];
    expect(whyNotLoseStage(stages)?.code ?? null).toBe(code);
  });
});

describe("what a job names", () => {
  it.each([
    ["senior", null],
    ["wizard", "JOB_LEVEL_UNKNOWN"],
  ])("the level %s: %s", (level, code) => {
    expect(whyNotLevel(["engineer", "senior"], level)?.code ?? null).toBe(code);
  });

  it.each([
    [[], null],
    [["incidents"], null],
    [["incidents", "juggling"], "TASK_UNKNOWN"],
  ])("the tasks %j: %s", (ticked, code) => {
    expect(whyNotTasks(ticked, ["incidents", "mentoring"])?.code ?? null).toBe(code);
  });
});
