import { describe, expect, it } from "vitest";
import type { Denial } from "../errors.ts";
import {
  VERSION_FROM,
  type VersionCommand,
  type VersionFacts,
  type VersionState,
  whyNotApprove,
  whyNotDates,
  whyNotFrom,
  whyNotOwn,
  whyNotSendBack,
  whyNotTry,
} from "./rules.ts";

const NOW = new Date("2030-01-01T12:00:00.000Z");
const after = (ms: number) => new Date(+NOW + ms);
const code = (denial: Denial | null) => denial?.code ?? "ok";
const STATES: readonly VersionState[] = ["draft", "proposed", "approved", "discarded"];
const FACTS: VersionFacts = {
  state: "draft",
  authorId: "ada",
  actorId: "ada",
  from: null,
  to: null,
  now: NOW,
};
const proposed = { ...FACTS, state: "proposed", actorId: "bo" } as const;

/** The table of versions, written out again. */
const ALLOWED: Record<VersionCommand, readonly VersionState[]> = {
  change: ["draft"],
  propose: ["draft"],
  approve: ["proposed"],
  sendBack: ["proposed"],
  discard: ["draft", "proposed"],
  try: ["draft", "proposed"],
  startShadow: ["draft", "proposed"],
  stopShadow: ["draft", "proposed"],
};
const COMMANDS = Object.keys(VERSION_FROM).filter((one): one is VersionCommand => one in ALLOWED);

describe("state machine: policy version", () => {
  for (const command of COMMANDS) {
    for (const state of STATES) {
      const expected = ALLOWED[command].includes(state) ? "ok" : "POLICY_STATE";
      it(`${command} from ${state}: ${expected}`, () => {
        expect(code(whyNotFrom(state, command))).toBe(expected);
        expect(code(whyNotOwn({ ...FACTS, state }, command))).toBe(expected);
      });
    }
  }

  it.each<[VersionState, string]>([
    ["draft", "POLICY_STATE"],
    ["proposed", "ok"],
    ["approved", "POLICY_STATE"],
    ["discarded", "POLICY_STATE"],
  ])("%s is sent back: %s", (state, expected) => {
    expect(code(whyNotSendBack({ state }))).toBe(expected);
  });
});

describe("law 15: policies are set by two people", () => {
  it.each<[string, Denial | null, string]>([
    ["proposed by its author", whyNotOwn(FACTS, "propose"), "ok"],
    ["proposed by another", whyNotOwn({ ...FACTS, actorId: "bo" }, "propose"), "POLICY_NOT_YOURS"],
    ["changed by another", whyNotOwn({ ...FACTS, actorId: "bo" }, "change"), "POLICY_NOT_YOURS"],
    ["discarded by another", whyNotOwn(proposed, "discard"), "POLICY_NOT_YOURS"],
    ["approved by another", whyNotApprove(proposed), "ok"],
    [
      "approved by its author",
      whyNotApprove({ ...proposed, actorId: "ada" }),
      "POLICY_OWN_APPROVAL",
    ],
    ["a draft approved by its author", whyNotApprove(FACTS), "POLICY_OWN_APPROVAL"],
    ["a draft approved by another", whyNotApprove({ ...FACTS, actorId: "bo" }), "POLICY_STATE"],
    ["approved after its end", whyNotApprove({ ...proposed, to: NOW }), "POLICY_DATES"],
  ])("%s", (_name, denial, expected) => {
    expect(code(denial)).toBe(expected);
  });
});

describe("when a version binds", () => {
  it.each<[string, Date | null, Date | null, string]>([
    ["from now on", null, null, "ok"],
    ["from now for a millisecond", null, after(1), "ok"],
    ["from now until now", null, NOW, "POLICY_DATES"],
    ["from now until before", null, after(-1), "POLICY_DATES"],
    ["from later on", after(9), null, "ok"],
    ["for a millisecond later", after(9), after(10), "ok"],
    ["for no time at all", after(9), after(9), "POLICY_DATES"],
    ["backwards", after(9), after(8), "POLICY_DATES"],
    ["from the past for a while", after(-9), after(1), "ok"],
    ["in the past alone", after(-9), after(-1), "POLICY_DATES"],
  ])("%s", (_name, from, to, expected) => {
    expect(code(whyNotDates({ from, to, now: NOW }))).toBe(expected);
  });
});

describe("one trial at a time", () => {
  it.each([
    [0, null],
    [1, "TRIAL_RUNNING"],
  ])("while %i run: %s", (running, code) => {
    expect(whyNotTry(running)?.code ?? null).toBe(code);
  });
});
