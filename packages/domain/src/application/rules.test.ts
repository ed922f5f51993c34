import { describe, expect, it } from "vitest";
import {
  type ApplicationCommand,
  type ApplicationState,
  howToMove,
  isWordDue,
  whyNotAnswer,
  whyNotDeviate,
  whyNotEnter,
  whyNotHold,
  whyNotMessage,
  whyNotMove,
  whyNotNow,
  whyNotReject,
  whyNotTakeBack,
  whyNotTransfer,
  whyNotUnread,
} from "./rules.ts";

const STATES: readonly ApplicationState[] = [
  "active",
  "on_hold",
  "rejected",
  "withdrawn",
  "transferred",
  "hired",
];
const ALLOWED: Record<ApplicationCommand, readonly ApplicationState[]> = {
  move: ["active"],
  hold: ["active"],
  message: ["active", "on_hold"],
  resume: ["on_hold"],
  reject: ["active", "on_hold"],
  takeBackMail: ["rejected"],
  withdraw: ["active", "on_hold"],
  transfer: ["active", "on_hold"],
};
const COMMANDS: readonly ApplicationCommand[] = [
  "move",
  "hold",
  "message",
  "resume",
  "reject",
  "takeBackMail",
  "withdraw",
  "transfer",
];
const pairs = COMMANDS.flatMap((command) => STATES.map((state) => ({ command, state })));

describe("whyNotNow", () => {
  it.each(pairs)("$command while $state", ({ command, state }) => {
    const denial = whyNotNow(command, state);
    if (ALLOWED[command].includes(state)) expect(denial).toBeNull();
    else expect(denial).toEqual({ code: "APPLICATION_STATE", facts: { state } });
  });
});

const review = { id: "r", name: "Review", kind: "review", position: 0 } as const;
const screen = { id: "s", name: "Screen", kind: "interview", position: 1 } as const;
const loop = { id: "l", name: "Loop", kind: "interview", position: 2 } as const;
const offer = { id: "o", name: "Offer", kind: "offer", position: 3 } as const;

describe("howToMove", () => {
  it.each([
    { from: review, begun: false, to: screen, next: screen, how: "decide" },
    { from: review, begun: false, to: loop, next: screen, how: "skip" },
    { from: screen, begun: false, to: loop, next: loop, how: "skip" },
    { from: screen, begun: true, to: loop, next: loop, how: "decide" },
    { from: loop, begun: true, to: screen, next: offer, how: "back" },
    { from: offer, begun: false, to: loop, next: null, how: "back" },
  ] as const)("$from.name → $to.name (begun: $begun): $how", ({ from, begun, to, next, how }) => {
    expect(howToMove({ ...from, begun }, to, next)).toBe(how);
  });
});

describe("whyNotMove", () => {
  const facts = {
    state: "active",
    offerOut: false,
    from: { ...screen, begun: false },
    to: loop,
    next: loop,
  } as const;

  it.each([
    { says: null, changed: {} },
    { says: "APPLICATION_STATE", changed: { state: "on_hold" } },
    { says: "STAGE_SAME", changed: { to: screen } },
    { says: null, changed: { seenIn: screen.id } },
    { says: "STAGE_LEFT", changed: { seenIn: review.id } },
    { says: "STAGE_SAME", changed: { to: screen, seenIn: review.id } },
    { says: "OFFER_OUT", changed: { offerOut: true } },
    { says: "MERIT_DECISION", changed: { from: { ...screen, begun: true } } },
    { says: "STAGE_BEGUN", changed: { from: { ...screen, begun: true }, to: offer } },
    { says: null, changed: { from: { ...screen, begun: true }, to: review } },
  ] as const)("says $says", ({ says, changed }) => {
    expect(whyNotMove({ ...facts, ...changed })?.code ?? null).toBe(says);
  });
});

describe("law 11: whyNotHold", () => {
  const now = new Date("2030-01-01T12:00:00.000Z");
  it.each([
    { next: "2030-01-02T12:00:00.000Z", says: null },
    { next: "2030-01-01T12:00:00.001Z", says: null },
    { next: "2030-01-01T12:00:00.000Z", says: "NEXT_WORD_PAST" },
    { next: "2029-12-31T12:00:00.000Z", says: "NEXT_WORD_PAST" },
    { next: "2030-04-01T12:00:00.000Z", says: null },
    { next: "2030-04-01T12:00:00.001Z", says: "NEXT_WORD_PAST" },
    { state: "on_hold", next: "2030-01-02T12:00:00.000Z", says: "APPLICATION_STATE" },
  ] as const)("$state $next: $says", (row) => {
    const { next, says } = row;
    const state = "state" in row ? row.state : "active";
    const denial = whyNotHold(state, new Date(next), now, { holdDays: 90 });
    expect(denial?.code ?? null).toBe(says);
  });
});

describe("law 11: whyNotMessage", () => {
  const now = new Date("2030-01-10T12:00:00.000Z");
  const day = (of: number | null) => (of === null ? null : new Date(Date.UTC(2030, 0, of, 12)));
  it.each([
    { state: "active", promised: 20, next: null, says: null },
    { state: "on_hold", promised: 20, next: null, says: null },
    { state: "active", promised: null, next: null, says: null },
    { state: "active", promised: 13, next: null, says: null },
    { state: "active", promised: 12, next: null, says: "NEXT_WORD_DUE" },
    { state: "active", promised: 10, next: null, says: "NEXT_WORD_DUE" },
    { state: "on_hold", promised: 3, next: null, says: "NEXT_WORD_DUE" },
    { state: "active", promised: 3, next: 11, says: null },
    { state: "active", promised: 20, next: 10, says: "NEXT_WORD_PAST" },
    { state: "active", promised: 20, next: 200, says: "NEXT_WORD_PAST" },
    { state: "rejected", promised: 3, next: 11, says: "APPLICATION_STATE" },
  ] as const)(
    "$state, promised $promised, next $next: $says",
    ({ state, promised, next, says }) => {
      const denial = whyNotMessage(state, day(promised), day(next), now, { holdDays: 90 });
      expect(denial?.code ?? null).toBe(says);
      if (denial?.code === "NEXT_WORD_DUE") expect(isWordDue(day(promised), now)).toBe(true);
    },
  );
});

describe("whyNotTransfer and whyNotEnter", () => {
  const facts = { state: "active", offerOut: false, sameJob: false, job: "open" } as const;
  it.each([
    { changed: {}, says: null },
    { changed: { state: "on_hold" }, says: null },
    { changed: { state: "rejected" }, says: "APPLICATION_STATE" },
    { changed: { offerOut: true }, says: "OFFER_OUT" },
    { changed: { sameJob: true }, says: "SAME_JOB" },
    { changed: { job: "on_hold" }, says: "JOB_NOT_OPEN" },
    { changed: { state: "hired", offerOut: true, sameJob: true }, says: "APPLICATION_STATE" },
  ] as const)("$changed: $says", ({ changed, says }) => {
    expect(whyNotTransfer({ ...facts, ...changed })?.code ?? null).toBe(says);
  });

  it.each([
    { job: "open", says: null },
    { job: "draft", says: "JOB_NOT_OPEN" },
    { job: "on_hold", says: "JOB_NOT_OPEN" },
    { job: "closed", says: "JOB_NOT_OPEN" },
  ])("into a job that is $job: $says", ({ job, says }) => {
    expect(whyNotEnter(job)?.code ?? null).toBe(says);
  });
});

describe("law 4: whyNotReject", () => {
  const facts = { state: "active", offerOut: false, kind: "no_answer", holds: true } as const;
  it.each([
    { changed: {}, says: null },
    { changed: { holds: false }, says: "REJECTION_UNFOUNDED" },
    { changed: { offerOut: true }, says: "OFFER_OUT" },
    { changed: { state: "hired" }, says: "APPLICATION_STATE" },
  ] as const)("says $says", ({ changed, says }) => {
    expect(whyNotReject({ ...facts, ...changed })?.code ?? null).toBe(says);
  });
});

describe("whyNotTakeBack", () => {
  const facts = {
    state: "rejected",
    administrative: true,
    mail: "queued",
    job: "open",
    appliedAgain: false,
  } as const;
  it.each([
    { changed: {}, says: null },
    { changed: { state: "active" }, says: "NOTHING_TO_TAKE_BACK" },
    { changed: { administrative: false }, says: "DECISION_STANDS" },
    { changed: { mail: null }, says: "NOTHING_TO_TAKE_BACK" },
    { changed: { mail: "taken_back" }, says: "NOTHING_TO_TAKE_BACK" },
    { changed: { mail: "sending" }, says: "MAIL_LEFT" },
    { changed: { mail: "sent" }, says: "MAIL_LEFT" },
    { changed: { job: "closed" }, says: "JOB_NOT_OPEN" },
    { changed: { appliedAgain: true }, says: "ACTIVE_APPLICATION" },
  ] as const)("says $says", ({ changed, says }) => {
    expect(whyNotTakeBack({ ...facts, ...changed })?.code ?? null).toBe(says);
  });
});

describe("what is answered, and who deviates", () => {
  it.each([
    [null, null, null],
    [null, "one", null],
    ["one", "one", null],
    ["one", null, "QUESTION_UNREAD"],
    ["two", "one", "QUESTION_UNREAD"],
  ])("the last question is %s and %s was read: %s", (last, read, code) => {
    const waiting = last === null ? null : { lastId: last };
    expect(whyNotUnread(waiting, read)?.code ?? null).toBe(code);
  });

  it.each([
    [false, null],
    [true, "ADJUSTMENT_ANSWERED"],
  ])("law 17: a request that was answered: %s: %s", (answered, code) => {
    expect(whyNotAnswer({ answered })?.code ?? null).toBe(code);
  });

  it.each([
    [true, null],
    [false, "MOVE_BY_MANAGER"],
  ])("law 6: who manages the job: %s: %s", (manages, code) => {
    expect(whyNotDeviate({ manages }, "Amara")?.code ?? null).toBe(code);
  });
});
