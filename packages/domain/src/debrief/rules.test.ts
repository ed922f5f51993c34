import { describe, expect, it } from "vitest";
import { type Denial, deny } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import {
  debriefState,
  type SessionState,
  type StageFacts,
  whyNotDecide,
  whyNotLowerQuorum,
  whyNotOpen,
  whyNotReopen,
  whyNotReverse,
  whyNotSkip,
  whyNotSpeak,
} from "./rules.ts";

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

  it("is not skipped where the plan asks for it, and then no decision comes before it", () => {
    const ready = { ...FACTS, ...AT.ready };
    expect(code(whyNotSkip(ready))).toBe("DEBRIEF_REQUIRED");
    expect(code(whyNotDecide(ready, "advance", LIMITS))).toBe("DEBRIEF_MISSING");
  });

  it("is not entered, written in or reopened by who owes (law 1)", () => {
    const seal = deny("SEALED_OWES", {});
    expect(code(whyNotOpen({ ...FACTS, ...AT.ready, seal }))).toBe("SEALED_OWES");
    expect(code(whyNotSpeak({ ...FACTS, ...AT.open, seal }))).toBe("SEALED_OWES");
    expect(code(whyNotReopen({ ...FACTS, seal }))).toBe("SEALED_OWES");
    expect(code(whyNotDecide({ ...FACTS, seal }, "reject", LIMITS))).toBe("SEALED_OWES");
  });

  it("is not reopened and no second rating is given once the person is hired", () => {
    const hired = { ...FACTS, application: "hired" as const };
    expect(code(whyNotReopen(hired))).toBe("APPLICATION_STATE");
    expect(code(whyNotSpeak({ ...hired, session: "open" }))).toBe("APPLICATION_STATE");
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

  it("is taken up again by the manager alone, in an open job, and not beside another one", () => {
    const rejected = { ...FACTS, application: "rejected" as const };
    const on = (changed: Partial<StageFacts>) =>
      code(whyNotDecide({ ...rejected, ...changed }, "advance", LIMITS));
    expect(on({ decider: "recruiter" })).toBe("APPLICATION_STATE");
    expect(on({ job: { ...FACTS.job, state: "closed" } })).toBe("JOB_NOT_OPEN");
    expect(on({ appliedAgain: true })).toBe("ACTIVE_APPLICATION");
  });

  it("is recorded once, then superseded only by the manager's reversal of the latest", () => {
    const decided = { ...FACTS, ...stage({ decided: true }) };
    expect(code(whyNotDecide(decided, "advance", LIMITS))).toBe("DECISION_TAKEN");
    const reverse = (
      changed: Partial<StageFacts>,
      earlier: Partial<Parameters<typeof whyNotReverse>[1]> = {},
    ) =>
      code(
        whyNotReverse(
          { ...decided, ...changed },
          { state: "recorded", kind: "advance", laterStage: null, ...earlier },
          "reject",
          LIMITS,
        ),
      );
    expect(reverse({})).toBe("ok");
    expect(reverse({}, { state: "superseded" })).toBe("DECISION_SUPERSEDED");
    expect(reverse({}, { laterStage: "Offer" })).toBe("NOT_LATEST_DECISION");
    expect(reverse({ decider: "recruiter" })).toBe("RECRUITER_DOES_NOT_DECIDE");
    expect(reverse({ offerOut: true })).toBe("OFFER_OUT");
    expect(reverse({ session: "open" })).toBe("DEBRIEF_MISSING");
  });

  it("goes on to the next stage, and to an offer only from the last before it", () => {
    expect(code(whyNotDecide({ ...FACTS, next: null }, "advance", LIMITS))).toBe("NO_NEXT_STAGE");
    const screen = { ...FACTS, next: { name: "Loop", kind: "interview" as const } };
    expect(code(whyNotDecide(screen, "offer", LIMITS))).toBe("OFFER_TOO_EARLY");
    expect(code(whyNotDecide({ ...FACTS, offerDecided: true }, "offer", LIMITS))).toBe(
      "DECISION_TAKEN",
    );
    expect(code(whyNotDecide({ ...FACTS, people: 1 }, "offer", LIMITS))).toBe("TWO_PEOPLE");
  });
});

describe("law 4: lowering the quorum", () => {
  it("goes down only, to no less than one, on the current undecided stage", () => {
    expect(code(whyNotLowerQuorum(FACTS, 1))).toBe("ok");
    expect(code(whyNotLowerQuorum(FACTS, 2))).toBe("QUORUM_NOT_LOWER");
    expect(code(whyNotLowerQuorum(FACTS, 0))).toBe("QUORUM_NOT_LOWER");
    const moved = { ...FACTS, ...stage({ current: false }) };
    expect(code(whyNotLowerQuorum(moved, 1))).toBe("STAGE_PASSED");
    const decided = { ...FACTS, ...stage({ decided: true }) };
    expect(code(whyNotLowerQuorum(decided, 1))).toBe("DECISION_TAKEN");
  });
});
