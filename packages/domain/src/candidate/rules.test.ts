import { describe, expect, it } from "vitest";
import {
  endsByOffer,
  type PostFacts,
  whyNotAgree,
  whyNotAnswered,
  whyNotApply,
  whyNotClaim,
  whyNotJoinPool,
  whyNotLeavePool,
  whyNotPublic,
  whyNotRefer,
  whyNotSendCode,
  whyNotWithdrawOwn,
} from "./rules.ts";

const over = (state: Parameters<typeof endsByOffer>[0], ...offers: string[]) =>
  endsByOffer(
    state,
    offers.map((one) => ({ state: one })),
  );

describe("endsByOffer", () => {
  it("is so once our last offer was declined, ran out or was withdrawn", () => {
    for (const last of ["declined", "expired", "withdrawn"]) {
      expect(over("active", last)).toBe(true);
      expect(over("on_hold", last, "declined")).toBe(true);
    }
  });

  it("is not so without an offer, while one is out, or where the application has ended", () => {
    expect(over("active")).toBe(false);
    for (const last of ["sent", "change_asked", "accepted"]) {
      expect(over("active", last, "declined")).toBe(false);
    }
    expect(over("withdrawn", "declined")).toBe(false);
  });
});

const POST: PostFacts = {
  job: "open",
  state: "published",
  closingDate: "2030-03-31",
  today: "2030-03-01",
};

describe("what is public", () => {
  it.each<[Partial<PostFacts>, string | null]>([
    [{}, null],
    [{ closingDate: null }, null],
    [{ today: "2030-03-31" }, null],
    [{ today: "2030-04-01" }, "POST_CLOSED"],
    [{ state: "draft" }, "POST_CLOSED"],
    [{ state: "unpublished" }, "POST_CLOSED"],
    [{ job: "draft" }, "POST_CLOSED"],
    [{ job: "on_hold" }, "POST_CLOSED"],
    [{ job: "closed" }, "POST_CLOSED"],
  ])("a post with %j: %s", (changed, expected) => {
    expect(whyNotPublic({ ...POST, ...changed })?.code ?? null).toBe(expected);
  });
});

describe("law 8: one applies by the version that one read", () => {
  const NOW = new Date("2030-03-01T12:00:00.000Z");
  const ago = (ms: number) => new Date(+NOW - ms);
  const DAY = 86_400_000;
  const current = { isCurrent: true, publishedAt: ago(5 * DAY), unpublishedAt: null };
  const before = (ms: number) => ({
    isCurrent: false,
    publishedAt: ago(5 * DAY),
    unpublishedAt: ago(ms),
  });
  const closed = { ...POST, job: "closed" } as const;

  it.each<[string, PostFacts | null, Parameters<typeof whyNotApply>[1], string | null]>([
    ["the published one", POST, current, null],
    ["one that was replaced a day ago", POST, before(DAY), null],
    ["one that was replaced a millisecond earlier", POST, before(DAY + 1), "POST_CHANGED"],
    ["one that was never published", POST, { ...before(0), publishedAt: null }, "POST_CHANGED"],
    ["one that is neither", POST, { ...current, isCurrent: false }, "POST_CHANGED"],
    ["the published one of a closed job", closed, current, "POST_CLOSED"],
    ["a fresh one of a closed job", closed, before(1), "POST_CLOSED"],
    ["one of a job without a post", null, current, "POST_CLOSED"],
  ])("%s", (_name, post, seen, expected) => {
    expect(whyNotApply(post, seen, NOW, { seenPostHours: 24 })?.code ?? null).toBe(expected);
  });
});

describe("the questions of a post", () => {
  const questions = [
    { key: "permit", required: true },
    { key: "start", required: true },
    { key: "more", required: false },
  ];
  const answer = (key: string, words: string) => ({ key, answer: words });

  it.each([
    ["all that need one", [answer("permit", "Yes"), answer("start", "May")], null, []],
    ["one is missing", [answer("permit", "Yes")], "ANSWERS_MISSING", ["answers.start"]],
    [
      "one is blank",
      [answer("permit", " "), answer("start", "May")],
      "ANSWERS_MISSING",
      ["answers.permit"],
    ],
    ["none", [], "ANSWERS_MISSING", ["answers.permit", "answers.start"]],
    [
      "one that nobody asked",
      [answer("x", "y")],
      "ANSWERS_MISSING",
      ["answers.permit", "answers.start"],
    ],
  ])("%s", (_name, answers, expected, fields) => {
    const denial = whyNotAnswered(questions, answers);
    expect(denial?.code ?? null).toBe(expected);
    const named = denial?.code === "ANSWERS_MISSING" ? Object.keys(denial.facts.fields) : [];
    expect(named).toEqual(fields);
  });
});

describe("what a candidate does on their own", () => {
  it.each([
    ["active", null],
    ["on_hold", null],
    ["rejected", "APPLICATION_OVER"],
    ["withdrawn", "APPLICATION_OVER"],
    ["transferred", "APPLICATION_OVER"],
    ["hired", "APPLICATION_OVER"],
  ] as const)("from an application that is %s: %s", (state, expected) => {
    expect(whyNotWithdrawOwn(state)?.code ?? null).toBe(expected);
  });

  it.each([
    ["the fifth code in an hour", whyNotSendCode(4, { exportCodesPerHour: 5 }), null],
    ["a sixth one", whyNotSendCode(5, { exportCodesPerHour: 5 }), "EXPORT_CODES_MANY"],
  ])("%s", (_name, denial, expected) => {
    expect(denial?.code ?? null).toBe(expected);
  });
});

describe("law 10: who asked to be erased is kept by nothing new", () => {
  it.each([
    [{ erasureAsked: false }, null],
    [{ erasureAsked: true }, "ERASURE_RUNNING"],
  ])("joins the pool with %j: %s", (facts, expected) => {
    expect(whyNotJoinPool(facts)?.code ?? null).toBe(expected);
  });
});

describe("law 10: the talent pool", () => {
  it.each([
    ["1/2030-01-01", null],
    ["1/2029-01-01", "POOL_TEXT_CHANGED"],
  ])("one agrees to the words of %s: %s", (shown, code) => {
    expect(whyNotAgree(shown, "1/2030-01-01")?.code ?? null).toBe(code);
  });

  it.each([
    [true, null],
    [false, "POOL_LEFT"],
  ])("a consent that was given: %s, is taken back: %s", (given, code) => {
    expect(whyNotLeavePool({ given })?.code ?? null).toBe(code);
  });
});

describe("who is referred, and with what", () => {
  it.each([
    ["ada@people.test", null],
    ["ben@north.test", "REFERRED_ONESELF"],
    ["ben@home.test", "REFERRED_ONESELF"],
  ])("law 7: Ben refers %s: %s", (email, code) => {
    expect(whyNotRefer(email, ["ben@north.test", "ben@home.test"])?.code ?? null).toBe(code);
  });

  it.each([
    [true, null],
    [false, "UPLOAD_GONE"],
  ])("a file that waits: %s: %s", (waits, code) => {
    expect(whyNotClaim({ waits })?.code ?? null).toBe(code);
  });
});
