import { describe, expect, it } from "vitest";
import {
  type InterviewCommand,
  type InterviewFacts,
  type InterviewState,
  whyNotAbsent,
  whyNotArrange,
  whyNotAt,
  whyNotCancel,
  whyNotFocus,
  whyNotInState,
  whyNotPropose,
  whyNotSeat,
} from "./rules.ts";
import { INTERVIEW_STATES } from "./schemas.ts";

const NOON = new Date(Date.UTC(2026, 0, 5, 12));
const hours = (n: number) => new Date(+NOON + n * 3_600_000);

/** An interview in a state; a scheduled one is still to come. */
const facts = (state: InterviewState): InterviewFacts => {
  if (state === "planned" || state === "proposed") return { state, startsAt: null, endsAt: null };
  return state === "scheduled"
    ? { state, startsAt: hours(1), endsAt: hours(2) }
    : { state, startsAt: hours(-2), endsAt: hours(-1) };
};
const running: InterviewFacts = { state: "scheduled", startsAt: hours(-0.5), endsAt: hours(0.5) };
const over: InterviewFacts = { state: "scheduled", startsAt: hours(-1), endsAt: NOON };

const TABLE = {
  propose: { planned: null, proposed: null },
  schedule: { planned: null, proposed: null },
  chooseTime: { proposed: null },
  move: { scheduled: null },
  swap: { scheduled: null },
  cancel: { planned: null, proposed: null, scheduled: null },
  markAbsent: { scheduled: "INTERVIEW_NOT_YET", held: null },
  setFocus: { planned: null, proposed: null, scheduled: null },
} as const satisfies Record<InterviewCommand, Partial<Record<InterviewState, string | null>>>;

const COMMANDS = [
  "propose",
  "schedule",
  "chooseTime",
  "move",
  "swap",
  "cancel",
  "markAbsent",
  "setFocus",
] as const satisfies readonly InterviewCommand[];

describe("the states of an interview: every command from every state", () => {
  for (const command of COMMANDS) {
    const row: Partial<Record<InterviewState, string | null>> = TABLE[command];
    for (const state of INTERVIEW_STATES) {
      const expected = state in row ? row[state] : "INTERVIEW_STATE";
      it(`${command} from ${state}: ${expected ?? "yes"}`, () => {
        expect(whyNotInState(command, facts(state), NOON)?.code ?? null).toBe(expected);
      });
    }
  }

  it.each<[InterviewCommand, string | null]>([
    ["move", "INTERVIEW_BEGUN"],
    ["swap", "INTERVIEW_BEGUN"],
    ["setFocus", "INTERVIEW_BEGUN"],
    ["cancel", null],
    ["markAbsent", null],
  ])("%s once it has begun: %s", (command, expected) => {
    expect(whyNotInState(command, running, NOON)?.code ?? null).toBe(expected);
  });

  it.each<[InterviewCommand, string | null]>([
    ["move", "INTERVIEW_STATE"],
    ["cancel", "INTERVIEW_STATE"],
    ["markAbsent", null],
  ])("%s at its end counts as held, noted or not: %s", (command, expected) => {
    expect(whyNotInState(command, over, NOON)?.code ?? null).toBe(expected);
  });

  it.each([
    ["absent while it runs", whyNotAbsent(running, 0, NOON), null],
    ["absent after it was held", whyNotAbsent(facts("held"), 0, NOON), null],
    ["absent with a scorecard in", whyNotAbsent(running, 1, NOON), "INTERVIEW_SCORECARD_IN"],
    ["absent before it begins", whyNotAbsent(facts("scheduled"), 0, NOON), "INTERVIEW_NOT_YET"],
    ["absent without a time", whyNotAbsent(facts("planned"), 0, NOON), "INTERVIEW_STATE"],
    ["cancelled before it begins", whyNotCancel(facts("scheduled"), 0, NOON), null],
    ["cancelled while it runs", whyNotCancel(running, 0, NOON), null],
    ["cancelled with a scorecard in", whyNotCancel(running, 1, NOON), "INTERVIEW_SCORECARD_IN"],
    ["cancelled after it was held", whyNotCancel(facts("held"), 0, NOON), "INTERVIEW_STATE"],
    ["cancelled at its end", whyNotCancel(over, 0, NOON), "INTERVIEW_STATE"],
  ])("%s", (_name, denial, expected) => {
    expect(denial?.code ?? null).toBe(expected);
  });
});

describe("times and seats", () => {
  const before = new Date(+NOON - 1);
  const after = new Date(+NOON + 1);

  it.each([
    ["a millisecond from now", whyNotAt(after, NOON), null],
    ["now", whyNotAt(NOON, NOON), "INTERVIEW_STARTS_IN_PAST"],
    ["a millisecond ago", whyNotAt(before, NOON), "INTERVIEW_STARTS_IN_PAST"],
    ["two times to come", whyNotPropose([hours(1), hours(2)], NOON), null],
    ["one time twice", whyNotPropose([hours(1), hours(1)], NOON), "INTERVIEW_TIMES_TWICE"],
    ["one of two past", whyNotPropose([hours(1), NOON], NOON), "INTERVIEW_STARTS_IN_PAST"],
    ["the same past time twice", whyNotPropose([before, before], NOON), "INTERVIEW_TIMES_TWICE"],
    ["two people and a shadow", whyNotSeat(["a", "b"], ["c"]), null],
    ["one person twice", whyNotSeat(["a", "a"], []), "INTERVIEWER_TWICE"],
    ["a shadow of oneself", whyNotSeat(["a"], ["a"]), "INTERVIEWER_TWICE"],
    ["one shadow twice", whyNotSeat(["a"], ["b", "b"]), "INTERVIEWER_TWICE"],
  ])("%s", (_name, denial, expected) => {
    expect(denial?.code ?? null).toBe(expected);
  });

  it.each([
    ["active", null],
    ["on_hold", null],
    ["rejected", "INTERVIEW_APPLICATION_ENDED"],
    ["withdrawn", "INTERVIEW_APPLICATION_ENDED"],
    ["transferred", "INTERVIEW_APPLICATION_ENDED"],
    ["hired", "INTERVIEW_APPLICATION_ENDED"],
  ])("are arranged for an application that is %s: %s", (state, expected) => {
    expect(whyNotArrange(state)?.code ?? null).toBe(expected);
  });
});

describe("law 1: a focus names what to ask, never what somebody thought", () => {
  it.each([
    "Ask about isolation levels and how a lost update is found.",
    "Strong consistency, failure modes, rate limits, the recommendation service, scoring jobs.",
    "Security: go through question 2 with its follow-ups.",
    "",
  ])("allows: %s", (focus) => {
    expect(whyNotFocus(focus)).toBeNull();
  });

  it.each([
    "She struggled with transactions.",
    "Seemed weak in SQL, look again.",
    "Impressive on caching, no need to repeat.",
    "Did really well on API design.",
    "Could not explain indexes.",
    "Red flag on teamwork?",
    "I would say no-hire.",
    "Not convinced about depth.",
  ])("refuses: %s", (focus) => {
    expect(whyNotFocus(focus)?.code).toBe("FOCUS_JUDGES");
  });
});
