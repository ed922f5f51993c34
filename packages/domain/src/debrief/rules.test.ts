import { describe, expect, it } from "vitest";
import { type Denial, deny } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import {
  debriefState,
  type Grounds,
  type SessionState,
  type StageFacts,
  whyNotDecide,
  whyNotGround,
  whyNotLowerQuorum,
  whyNotOpen,
  whyNotRateAgain,
  whyNotReopen,
  whyNotReverse,
  whyNotSaveNotes,
  whyNotSkip,
  whyNotSpeak,
} from "./rules.ts";
import type { DecisionKind } from "./schemas.ts";

const FACTS: StageFacts = {
  application: "active",
  job: { state: "open", recruiterDecides: false, levelKey: "senior", manager: "Amara Okafor" },
  stage: {
    name: "Loop",
    kind: "interview",
    asksForDebrief: true,
    interviewed: true,
    current: true,
    decided: false,
  },
  now: "Loop",
  next: { name: "Offer", kind: "offer" },
  quorum: { needed: 2, counted: 2 },
  session: "closed",
  people: 2,
  seal: null,
  decider: "manager",
  offerOut: false,
  offerDecided: false,
  appliedAgain: false,
};

const code = (denial: Denial | null) => denial?.code ?? "ok";
const stage = (changed: Partial<StageFacts["stage"]>) => ({
  stage: { ...FACTS.stage, ...changed },
});

/** A debrief state as facts: before a session it is what the quorum says. */
const AT = {
  waiting: { session: "none", quorum: { needed: 2, counted: 1 } },
  ready: { session: "none", quorum: { needed: 2, counted: 2 } },
  open: { session: "open", quorum: { needed: 2, counted: 2 } },
  closed: { session: "closed", quorum: { needed: 2, counted: 2 } },
  not_held: { session: "not_held", quorum: { needed: 2, counted: 2 } },
} as const satisfies Record<string, { session: SessionState; quorum: StageFacts["quorum"] }>;
const STATES = ["waiting", "ready", "open", "closed", "not_held"] as const;

/** Each command in each state: "ok" or the refusal. A debrief that the plan does not ask for. */
const TABLE = {
  open: ["DEBRIEF_NOT_READY", "ok", "DEBRIEF_STARTED", "DEBRIEF_STARTED", "DEBRIEF_STARTED"],
  skip: ["DEBRIEF_NOT_READY", "ok", "DEBRIEF_STARTED", "DEBRIEF_STARTED", "DEBRIEF_STARTED"],
  speak: ["DEBRIEF_NOT_OPEN", "DEBRIEF_NOT_OPEN", "ok", "DEBRIEF_NOT_OPEN", "DEBRIEF_NOT_OPEN"],
  reopen: [
    "DEBRIEF_NOT_CLOSED",
    "DEBRIEF_NOT_CLOSED",
    "DEBRIEF_NOT_CLOSED",
    "ok",
    "DEBRIEF_NOT_CLOSED",
  ],
  decide: ["QUORUM_NOT_MET", "ok", "DEBRIEF_MISSING", "ok", "ok"],
} as const;
const RULES = {
  open: whyNotOpen,
  skip: whyNotSkip,
  speak: whyNotSpeak,
  reopen: whyNotReopen,
  decide: (facts: StageFacts) => whyNotDecide(facts, "advance", LIMITS),
} as const;
const COMMANDS = ["open", "skip", "speak", "reopen", "decide"] as const;

describe("state machine: debrief", () => {
  it("has the states of its table", () => {
    for (const state of STATES) expect(debriefState({ ...FACTS, ...AT[state] })).toBe(state);
  });

  for (const command of COMMANDS) {
    for (const [n, state] of STATES.entries()) {
      it(`${command} from ${state}: ${TABLE[command][n]}`, () => {
        const facts = { ...FACTS, ...AT[state], ...stage({ asksForDebrief: false }) };
        expect(code(RULES[command](facts))).toBe(TABLE[command][n]);
      });
    }
  }

  const seal = deny("SEALED_OWES", {});
  const hired = { application: "hired" } as const;
  const passed = stage({ current: false });

  it.each<[keyof typeof RULES, keyof typeof AT, Partial<StageFacts>, string]>([
    ["skip", "ready", {}, "DEBRIEF_REQUIRED"],
    ["decide", "ready", {}, "DEBRIEF_MISSING"],
    ["open", "ready", { seal }, "SEALED_OWES"],
    ["speak", "open", { seal }, "SEALED_OWES"],
    ["reopen", "closed", { seal }, "SEALED_OWES"],
    ["decide", "closed", { seal }, "SEALED_OWES"],
    ["reopen", "closed", hired, "APPLICATION_STATE"],
    ["speak", "open", hired, "APPLICATION_STATE"],
    ["open", "ready", hired, "APPLICATION_STATE"],
    ["open", "ready", { application: "on_hold" }, "ok"],
    ["skip", "ready", { ...stage({ asksForDebrief: false }), ...hired }, "APPLICATION_STATE"],
    ["open", "ready", passed, "STAGE_PASSED"],
    ["skip", "ready", stage({ asksForDebrief: false, current: false }), "STAGE_PASSED"],
    ["decide", "closed", passed, "STAGE_PASSED"],
  ])("%s while it is %s, with %j: %s", (command, state, changed, expected) => {
    expect(code(RULES[command]({ ...FACTS, ...AT[state], ...changed }))).toBe(expected);
  });
});

describe("state machine: decision on an application", () => {
  const APPLICATIONS = [
    "active",
    "on_hold",
    "rejected",
    "withdrawn",
    "transferred",
    "hired",
  ] as const;
  const TAKEN = {
    active: { advance: "ok", reject: "ok", offer: "ok" },
    on_hold: { advance: "APPLICATION_STATE", reject: "ok", offer: "APPLICATION_STATE" },
    rejected: { advance: "ok", reject: "APPLICATION_STATE", offer: "ok" },
    withdrawn: { advance: "ok", reject: "APPLICATION_STATE", offer: "ok" },
    transferred: {
      advance: "APPLICATION_STATE",
      reject: "APPLICATION_STATE",
      offer: "APPLICATION_STATE",
    },
    hired: {
      advance: "APPLICATION_STATE",
      reject: "APPLICATION_STATE",
      offer: "APPLICATION_STATE",
    },
  } as const;
  const KINDS = ["advance", "reject", "offer"] as const;

  for (const application of APPLICATIONS) {
    for (const kind of KINDS) {
      it(`${kind} of one that is ${application}: ${TAKEN[application][kind]}`, () => {
        expect(code(whyNotDecide({ ...FACTS, application }, kind, LIMITS))).toBe(
          TAKEN[application][kind],
        );
        const recorded = { state: "recorded", kind: "reject", laterStage: null } as const;
        const decided = { ...FACTS, application, ...stage({ decided: true }) };
        expect(code(whyNotReverse(decided, recorded, kind, LIMITS))).toBe(TAKEN[application][kind]);
      });
    }
  }

  const rejected = { application: "rejected" } as const;
  const screen = { next: { name: "Loop", kind: "interview" } } as const;

  it.each<[DecisionKind, Partial<StageFacts>, string]>([
    ["advance", { decider: null }, "RECRUITER_DOES_NOT_DECIDE"],
    ["advance", { decider: "recruiter" }, "ok"],
    ["advance", rejected, "ok"],
    ["advance", { ...rejected, decider: "recruiter" }, "APPLICATION_STATE"],
    ["advance", { ...rejected, job: { ...FACTS.job, state: "closed" } }, "JOB_NOT_OPEN"],
    ["advance", { ...rejected, appliedAgain: true }, "ACTIVE_APPLICATION"],
    ["advance", stage({ current: false }), "STAGE_PASSED"],
    ["advance", stage({ decided: true }), "DECISION_TAKEN"],
    ["advance", { quorum: { needed: 2, counted: 1 } }, "QUORUM_NOT_MET"],
    ["reject", { session: "open" }, "DEBRIEF_MISSING"],
    ["reject", { session: "none" }, "DEBRIEF_MISSING"],
    ["reject", { session: "none", ...stage({ asksForDebrief: false }) }, "ok"],
    ["reject", { offerOut: true }, "OFFER_OUT"],
    ["advance", { next: null }, "NO_NEXT_STAGE"],
    ["reject", { next: null }, "ok"],
    ["offer", screen, "OFFER_TOO_EARLY"],
    ["offer", { ...screen, ...stage({ kind: "offer" }) }, "ok"],
    ["offer", { offerDecided: true }, "DECISION_TAKEN"],
    ["offer", { people: 1 }, "TWO_PEOPLE"],
    ["advance", { people: 1 }, "ok"],
  ])("%s with %j: %s", (kind, changed, expected) => {
    expect(code(whyNotDecide({ ...FACTS, ...changed }, kind, LIMITS))).toBe(expected);
  });

  const recorded = { state: "recorded", kind: "advance", laterStage: null } as const;
  it.each<
    [DecisionKind, Partial<StageFacts>, Partial<Parameters<typeof whyNotReverse>[1]>, string]
  >([
    ["reject", {}, {}, "ok"],
    ["reject", {}, { state: "superseded" }, "DECISION_SUPERSEDED"],
    ["reject", {}, { laterStage: "Offer" }, "NOT_LATEST_DECISION"],
    ["reject", { decider: "recruiter" }, {}, "RECRUITER_DOES_NOT_DECIDE"],
    ["reject", { decider: null }, {}, "RECRUITER_DOES_NOT_DECIDE"],
    ["reject", { application: "hired" }, {}, "APPLICATION_STATE"],
    ["advance", { ...rejected, job: { ...FACTS.job, state: "closed" } }, {}, "JOB_NOT_OPEN"],
    ["advance", { ...rejected, appliedAgain: true }, {}, "ACTIVE_APPLICATION"],
    ["reject", { quorum: { needed: 2, counted: 1 } }, {}, "QUORUM_NOT_MET"],
    ["reject", { session: "open" }, {}, "DEBRIEF_MISSING"],
    ["reject", { offerOut: true }, {}, "OFFER_OUT"],
    ["advance", { next: null }, {}, "NO_NEXT_STAGE"],
    ["offer", { offerDecided: true }, {}, "DECISION_TAKEN"],
    ["offer", { offerDecided: true }, { kind: "offer" }, "ok"],
    ["offer", screen, {}, "OFFER_TOO_EARLY"],
    ["offer", { people: 1 }, {}, "TWO_PEOPLE"],
  ])("reversed to %s, with %j and %j: %s", (kind, changed, earlier, expected) => {
    const facts = { ...FACTS, ...stage({ decided: true }), ...changed };
    expect(code(whyNotReverse(facts, { ...recorded, ...earlier }, kind, LIMITS))).toBe(expected);
  });
});

describe("law 4: lowering the quorum", () => {
  it.each<[number, Partial<StageFacts>, string]>([
    [1, {}, "ok"],
    [2, {}, "QUORUM_NOT_LOWER"],
    [3, {}, "QUORUM_NOT_LOWER"],
    [0, {}, "QUORUM_NOT_LOWER"],
    [2, { quorum: { needed: 3, counted: 0 } }, "ok"],
    [1, { quorum: { needed: 1, counted: 0 } }, "QUORUM_NOT_LOWER"],
    [1, stage({ current: false }), "STAGE_PASSED"],
    [1, stage({ decided: true }), "DECISION_TAKEN"],
    [1, { application: "withdrawn" }, "APPLICATION_STATE"],
  ])("to %i, with %j: %s", (to, changed, expected) => {
    expect(code(whyNotLowerQuorum({ ...FACTS, ...changed }, to))).toBe(expected);
  });
});

describe("law 5: the grounds of a decision", () => {
  const grounds: Grounds = {
    kind: "advance",
    levelKey: "senior",
    levelReason: "",
    criterionIds: ["sql"],
    requirement: "",
  };
  const known = {
    interviewed: true,
    criterionIds: ["sql", "api"],
    levels: [
      { key: "junior", name: "Junior" },
      { key: "senior", name: "Senior" },
    ],
    jobLevelKey: "senior",
  };
  const atReview = { interviewed: false };
  const word = { criterionIds: [], requirement: "Five years of Go." };

  it.each<[string, Partial<Grounds>, Partial<typeof known>, string]>([
    ["one criterion", {}, {}, "ok"],
    ["all of them", { criterionIds: ["sql", "api"] }, {}, "ok"],
    ["none, where people interviewed", { criterionIds: [] }, {}, "GROUNDS_MISSING"],
    ["a requirement alone, where people interviewed", word, {}, "GROUNDS_MISSING"],
    ["a requirement, where nobody did", word, atReview, "ok"],
    ["two characters, where nobody did", { requirement: " no " }, atReview, "REQUIREMENT_MISSING"],
    ["a criterion of another plan", { criterionIds: ["sql", "go"] }, {}, "GROUND_UNKNOWN"],
    ["a level that there is none of", { levelKey: "guru" }, {}, "LEVEL_UNKNOWN"],
    ["another level without a reason", { levelKey: "junior" }, {}, "LEVEL_REASON_MISSING"],
    ["another level, with one", { levelKey: "junior", levelReason: "Less scope." }, {}, "ok"],
    ["another level, rejecting", { kind: "reject", levelKey: "junior" }, {}, "ok"],
  ])("%s: %s", (_name, changed, other, expected) => {
    expect(code(whyNotGround({ ...grounds, ...changed }, { ...known, ...other }))).toBe(expected);
  });
});

describe("what is written in a debrief", () => {
  it.each([
    ["", "", null],
    ["Talked.", "Talked.", null],
    ["Talked.", "Talked more.", "NOTES_OUTDATED"],
  ])("notes seen as %j that are %j: %s", (seen, now, code) => {
    expect(whyNotSaveNotes(seen, now)?.code ?? null).toBe(code);
  });

  it.each([
    [true, null],
    [false, "SECOND_RATING_UNFOUNDED"],
  ])("law 5: a second rating where a first one is %s: %s", (rated, code) => {
    expect(whyNotRateAgain({ rated })?.code ?? null).toBe(code);
  });
});
