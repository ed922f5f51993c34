import { describe, expect, it } from "vitest";
import type { Denial } from "../errors.ts";
import {
  type JobCommand,
  type JobState,
  type OpeningState,
  postLacks,
  type PostState,
  type ReadyFacts,
  type TeamSeatFacts,
  whyNotAskMove,
  whyNotChangeJob,
  whyNotClose,
  whyNotCloseOpening,
  whyNotMoveJob,
  whyNotMovePinned,
  whyNotOpen,
  whyNotPublish,
  whyNotRanges,
  whyNotReopen,
  whyNotTeam,
  whyNotUnpublish,
} from "./rules.ts";
import { NO_STATEMENTS } from "./schemas.ts";

const code = (denial: Denial | null) => denial?.code ?? "ok";
const JOB_STATES: readonly JobState[] = ["draft", "open", "on_hold", "closed"];
const READY: ReadyFacts = {
  criteria: 3,
  interviews: 2,
  draftPlan: false,
  recruiters: 1,
  managers: 1,
  openOpenings: 1,
  post: "none",
};
const ENDED = { applications: 0, offers: 0 };

/** The job table, written out again: from which states each command goes. */
const FROM: Record<JobCommand, readonly JobState[]> = {
  open: ["draft"],
  hold: ["open"],
  resume: ["on_hold"],
  close: ["open", "on_hold"],
  reopen: ["closed"],
};
const COMMANDS = {
  open: (state) => whyNotOpen(state, READY),
  hold: (state) => whyNotMoveJob("hold", state),
  resume: (state) => whyNotMoveJob("resume", state),
  close: (state) => whyNotClose(state, ENDED),
  reopen: (state) => whyNotReopen(state, 1),
} satisfies Record<JobCommand, (state: JobState) => Denial | null>;
const NAMES = ["open", "hold", "resume", "close", "reopen"] as const;

describe("state machine: job", () => {
  for (const command of NAMES) {
    for (const state of JOB_STATES) {
      const expected = FROM[command].includes(state) ? "ok" : "JOB_STATE";
      it(`${command} from ${state}: ${expected}`, () => {
        expect(code(COMMANDS[command](state))).toBe(expected);
        expect(code(whyNotMoveJob(command, state))).toBe(expected);
      });
    }
  }

  it.each<[JobState, string]>([
    ["draft", "ok"],
    ["open", "ok"],
    ["on_hold", "ok"],
    ["closed", "JOB_STATE"],
  ])("is changed while %s: %s", (state, expected) => {
    expect(code(whyNotChangeJob(state))).toBe(expected);
  });

  it.each<[Partial<ReadyFacts>, string]>([
    [{}, "ok"],
    [{ post: "published" }, "ok"],
    [{ post: ["a title"] }, "ok"],
    [{ criteria: 0 }, "JOB_NOT_READY"],
    [{ interviews: 0, draftPlan: true }, "JOB_NOT_READY"],
    [{ recruiters: 0 }, "JOB_NOT_READY"],
    [{ managers: 0 }, "JOB_NOT_READY"],
    [{ openOpenings: 0 }, "JOB_NOT_READY"],
  ])("opens with %j: %s", (changed, expected) => {
    expect(code(whyNotOpen("draft", { ...READY, ...changed }))).toBe(expected);
  });

  it("says each thing that is missing to open", () => {
    const denial = whyNotOpen("draft", { ...READY, criteria: 0, openOpenings: 0 });
    expect(denial?.code === "JOB_NOT_READY" && denial.facts.missing).toHaveLength(2);
  });

  it.each<[string, Denial | null, string]>([
    [
      "closed with an application",
      whyNotClose("open", { ...ENDED, applications: 1 }),
      "JOB_NOT_ENDED",
    ],
    ["closed with an offer out", whyNotClose("on_hold", { ...ENDED, offers: 1 }), "JOB_NOT_ENDED"],
    ["closed twice", whyNotClose("closed", { ...ENDED, offers: 1 }), "JOB_STATE"],
    ["reopened without a seat", whyNotReopen("closed", 0), "OPENING_NEEDED"],
    ["reopened while open", whyNotReopen("open", 0), "JOB_STATE"],
  ])("%s", (_name, denial, expected) => {
    expect(code(denial)).toBe(expected);
  });
});

describe("state machine: opening and post", () => {
  it.each<[OpeningState, string]>([
    ["open", "ok"],
    ["reserved", "OPENING_STATE"],
    ["filled", "OPENING_STATE"],
    ["closed", "OPENING_STATE"],
  ])("an opening that is %s is closed: %s", (state, expected) => {
    expect(code(whyNotCloseOpening(state))).toBe(expected);
  });

  it.each<[PostState, JobState, readonly string[], string]>([
    ["draft", "open", [], "ok"],
    ["unpublished", "open", [], "ok"],
    ["published", "open", [], "POST_STATE"],
    ["draft", "draft", [], "JOB_STATE"],
    ["draft", "on_hold", [], "JOB_STATE"],
    ["draft", "closed", ["a pay range"], "JOB_STATE"],
    ["draft", "open", ["a pay range"], "POST_NOT_READY"],
  ])(
    "law 8: a %s post of a job that is %s, lacking %j, is published: %s",
    (state, job, lacks, expected) => {
      expect(code(whyNotPublish({ state, lacks }, job))).toBe(expected);
    },
  );

  it.each<[PostState, string]>([
    ["published", "ok"],
    ["draft", "POST_STATE"],
    ["unpublished", "POST_STATE"],
  ])("a %s post is unpublished: %s", (state, expected) => {
    expect(code(whyNotUnpublish(state))).toBe(expected);
  });

  it.each([
    [null, "ok"],
    [{ minMinor: 1, maxMinor: 2, currency: "EUR" }, "ok"],
    [{ minMinor: 2, maxMinor: 2, currency: "EUR" }, "ok"],
    [{ minMinor: 3, maxMinor: 2, currency: "EUR" }, "PAY_RANGE_REVERSED"],
  ])("law 8: the range %j: %s", (pay, expected) => {
    expect(code(whyNotRanges(pay, []))).toBe(expected);
  });

  it("law 8: a post with a reversed range lacks what is published", () => {
    const post = {
      title: "Engineer",
      body: "Work.",
      pay: null,
      locations: ["CA"],
      closingDate: null,
      privacyNotice: "Kept for a year.",
      statements: {
        ...NO_STATEMENTS,
        regionalPay: [{ region: "CA", minMinor: 3, maxMinor: 2, currency: "CAD" }],
      },
    };
    expect(postLacks(post, "2026-11-24")).toEqual([
      "a closing date",
      "ranges that run from the lower to the higher amount",
    ]);
    expect(postLacks({ ...post, statements: NO_STATEMENTS }, "2026-11-24")).toEqual([
      "a closing date",
    ]);
  });

  it("law 8: each reversed range of a place is named", () => {
    const range = (minMinor: number) => ({ region: "CA", minMinor, maxMinor: 2, currency: "CAD" });
    const sentence = "The range's upper end lies below its lower end.";
    expect(whyNotRanges(null, [range(3), range(2), range(4)])?.facts).toEqual({
      fields: {
        "post.statements.regionalPay.0.maxMinor": sentence,
        "post.statements.regionalPay.2.maxMinor": sentence,
      },
    });
  });
});

describe("a team", () => {
  const seat = (duty: TeamSeatFacts["duty"], roles: readonly string[], active = true) => ({
    memberId: duty,
    name: duty,
    active,
    roles,
    duty,
  });
  const recruiter = seat("recruiter", ["recruiter"]);
  const manager = seat("hiring_manager", ["hiring_manager"]);

  it.each<[string, TeamSeatFacts[], string]>([
    ["a recruiter and a manager", [recruiter, manager], "ok"],
    ["an admin as both", [seat("recruiter", ["admin"]), seat("hiring_manager", ["admin"])], "ok"],
    ["any member to interview", [recruiter, manager, seat("interviewer", [])], "ok"],
    ["nobody", [], "TEAM_INCOMPLETE"],
    ["no recruiter", [manager], "TEAM_INCOMPLETE"],
    ["no manager", [recruiter, seat("substitute", ["hiring_manager"])], "TEAM_INCOMPLETE"],
    [
      "a manager without the role",
      [recruiter, seat("hiring_manager", ["recruiter"])],
      "TEAM_MEMBER",
    ],
    [
      "who was disabled",
      [recruiter, seat("hiring_manager", ["hiring_manager"], false)],
      "TEAM_MEMBER",
    ],
    [
      "a coordinator who only interviews",
      [recruiter, manager, seat("coordinator", ["interviewer"])],
      "TEAM_MEMBER",
    ],
  ])("of %s", (_name, team, expected) => {
    expect(code(whyNotTeam(team))).toBe(expected);
  });
});

describe("law 6: moving the pinned applications", () => {
  const asked = { byId: "ada", by: "Ada" };
  it.each([
    ["asked for", whyNotAskMove({ pinned: 1, asked: null }), "ok"],
    ["asked for twice", whyNotAskMove({ pinned: 1, asked }), "MOVE_ASKED"],
    ["asked for where none is pinned", whyNotAskMove({ pinned: 0, asked: null }), "MOVE_NEEDLESS"],
    ["done by a second person", whyNotMovePinned({ pinned: 1, asked }, "bo"), "ok"],
    ["done by who asked", whyNotMovePinned({ pinned: 1, asked }, "ada"), "MOVE_SECOND_PERSON"],
    ["done unasked", whyNotMovePinned({ pinned: 1, asked: null }, "bo"), "MOVE_NOT_ASKED"],
    ["done where none is left", whyNotMovePinned({ pinned: 0, asked }, "bo"), "MOVE_NEEDLESS"],
  ])("%s", (_name, denial, expected) => {
    expect(code(denial)).toBe(expected);
  });
});
