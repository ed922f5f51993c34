import { describe, expect, it } from "vitest";
import { interviewedRule } from "./interviewed.ts";
import { feedbackAnswerRule } from "./feedback-answer.ts";
import { lawSources } from "./laws.ts";
import { nextWordRule } from "./next-word.ts";
import { owedScorecardRule } from "./owed-scorecard.ts";
import { questionAnswerRule } from "./question-answer.ts";
import { nextReminder } from "./reminders.ts";
import {
  isByHand,
  whenOf,
  whyNotAway,
  whyNotComplete,
  whyNotGive,
  whyNotReassign,
  whyNotRecord,
  whyNotSet,
} from "./rules.ts";
import type { DeadlineKind } from "./schemas.ts";

describe("law 11: what a policy sets", () => {
  it.each([
    [
      "a question, by default",
      questionAnswerRule.judge({}, questionAnswerRule.defaults, "flow"),
      48,
      "hour",
    ],
    ["a question, in five days", questionAnswerRule.judge({}, { days: 5 }, "flow"), 120, "hour"],
    [
      "a scorecard, by default",
      owedScorecardRule.judge({}, owedScorecardRule.defaults, "flow"),
      24,
      "hour",
    ],
    ["a scorecard, in four hours", owedScorecardRule.judge({}, { hours: 4 }, "flow"), 4, "hour"],
    ["a word, by default", nextWordRule.judge({}, nextWordRule.defaults, "flow"), 90, "day"],
    ["a word, in a week", nextWordRule.judge({}, { days: 7 }, "flow"), 7, "day"],
    [
      "feedback, by default",
      feedbackAnswerRule.judge({}, feedbackAnswerRule.defaults, "flow"),
      14,
      "day",
    ],
    ["feedback, in a week", feedbackAnswerRule.judge({}, { days: 7 }, "flow"), 7, "day"],
    ["an answer, in ten days", interviewedRule.judge({}, { days: 10 }, "flow"), 10, "day"],
  ])("%s", (_, verdict, count, unit) => {
    expect(verdict).toEqual({ effect: "begin_deadline", facts: { count, unit } });
  });

  it("is nothing for an answer, unless a policy says so", () => {
    expect(interviewedRule.judge({}, interviewedRule.defaults, "flow")).toBeNull();
  });

  it.each([
    questionAnswerRule,
    owedScorecardRule,
    nextWordRule,
    interviewedRule,
    feedbackAnswerRule,
  ])("is said in a sentence: $name", (rule) => {
    expect(rule.effects["begin_deadline"]?.({ count: 3 })).toMatch(/ 3 /);
    for (const name of Object.keys(rule.defaults)) {
      expect(rule.template.flow).toContain(`{${name}}`);
    }
  });
});

describe("law 11: what laws set", () => {
  const IN = { since: new Date("2026-11-02T12:00:00Z"), timeZone: "UTC" };
  it.each<[DeadlineKind, string[], string, string[]]>([
    ["answer_interviewed", ["CA-ON"], "2026-01-01", ["ca-on-answer 2026-12-17"]],
    ["answer_interviewed", ["CA-ON"], "2025-12-31", []],
    ["answer_interviewed", ["CA-BC", "US-CO", "DE-BE"], "2026-11-02", []],
    [
      "post_selection_notice",
      ["US-CO", "US-NY-NYC"],
      "2026-11-02",
      ["us-co-selection-notice 2026-12-02"],
    ],
    ["access_request", ["DE-BE"], "2026-11-02", ["eu-access 2026-12-02"]],
    ["access_request", ["CH-ZH"], "2026-11-02", []],
    ["notice_art14", ["FR", "DE-BE"], "2026-11-02", ["eu-notice-answer 2026-12-02"]],
    ["cure_notice", ["US-WA"], "2025-07-26", []],
    ["cure_notice", ["US-WA"], "2025-07-27", ["us-wa-cure 2026-11-09"]],
    ["cure_notice", ["US-WA"], "2027-07-27", ["us-wa-cure 2026-11-09"]],
    ["cure_notice", ["US-WA"], "2027-07-28", []],
    [
      "cure_notice",
      ["US-WA", "US-NY-NYC"],
      "2026-11-02",
      ["us-wa-cure 2026-11-09", "us-ny-nyc-cure 2026-12-02"],
    ],
    ["works_council", ["DE-BY"], "2026-11-02", ["de-works-council-week 2026-11-09"]],
    ["works_council", ["AT"], "2026-11-02", []],
    ["promotion_notice", ["US-IL"], "2026-11-02", ["us-il-promotion-notice 2026-11-16"]],
    ["pay_information", ["LT"], "2026-06-06", []],
    ["pay_information", ["LT"], "2026-06-07", ["lt-pay-information 2027-01-02"]],
    ["next_word", ["DE-BE", "CA-ON", "US-CO"], "2026-11-02", []],
  ])("%s in %j on %s: %j", (kind, regions, day, expected) => {
    const asked = { regions, day, employees: () => null };
    const found = lawSources(kind, IN.since, asked, IN.timeZone);
    expect(found.map((one) => `${one.rule} ${one.dueAt.slice(0, 10)}`)).toEqual(expected);
  });

  it("is nothing below the law's number of employees, and says so where it is not known", () => {
    const asked = { regions: ["CA-ON"], day: "2026-11-02" };
    const with24 = { ...asked, employees: () => 24 };
    expect(lawSources("answer_interviewed", IN.since, with24, "UTC")).toEqual([]);
    const unknown = { ...asked, employees: () => null };
    const [law] = lawSources("answer_interviewed", IN.since, unknown, "UTC");
    expect(law?.sentence).toContain("number of employees");
  });
});

describe("law 11: reminders", () => {
  const dueAt = new Date("2026-04-01T21:59:59.999Z");
  it.each<[DeadlineKind, string, string | null]>([
    ["answer_interviewed", "2026-03-01T00:00:00Z", "2026-03-25T08:00:00.000Z"],
    ["answer_interviewed", "2026-03-25T08:00:00Z", "2026-03-31T07:00:00.000Z"],
    ["answer_interviewed", "2026-03-31T07:00:00Z", "2026-04-01T07:00:00.000Z"],
    ["answer_interviewed", "2026-04-01T07:00:00Z", "2026-04-02T07:00:00.000Z"],
    ["answer_interviewed", "2026-04-02T07:00:00Z", null],
    ["next_word", "2026-03-01T00:00:00Z", "2026-03-31T07:00:00.000Z"],
    ["scorecard_owed", "2026-03-01T00:00:00Z", null],
    ["offer_expiry", "2026-03-31T07:00:00Z", null],
  ])("%s after %s: %s", (kind, after, at) => {
    const next = nextReminder({ kind, dueAt }, "Europe/Berlin", 9, new Date(after));
    expect(next?.toISOString() ?? null).toBe(at);
  });
});

describe("where a deadline stands", () => {
  const day = { to: new Date("2026-03-10T23:00:00Z") };
  it.each([
    ["2026-03-10T11:59:59Z", "late"],
    ["2026-03-10T12:00:00Z", "today"],
    ["2026-03-10T22:59:59Z", "today"],
    ["2026-03-10T23:00:00Z", "week"],
    ["2026-03-16T22:59:59Z", "week"],
    ["2026-03-16T23:00:00Z", "later"],
  ])("%s: %s", (due, when) => {
    expect(whenOf(new Date(due), new Date("2026-03-10T12:00:00Z"), day)).toBe(when);
  });
});

describe("whom a deadline listens to", () => {
  it.each([
    ["works_council", null, false],
    ["works_council", "m", true],
    ["post_selection_notice", null, true],
    ["next_word", null, false],
  ] as const)("%s, written down by %s: by hand %s", (kind, recordedBy, byHand) => {
    expect(isByHand(kind, recordedBy)).toBe(byHand);
  });

  const to = { memberId: "m", ownerId: "o", authorOnly: false };
  it.each([
    ["open", true, null],
    ["open", false, "DEADLINE_OF_COMMAND"],
    ["done", true, "DEADLINE_STATE"],
    ["void", true, "DEADLINE_STATE"],
  ] as const)("met by hand: %s, %s", (state, byHand, code) => {
    expect(whyNotComplete(state, byHand)?.code ?? null).toBe(code);
  });
  it.each([
    ["open", to, null],
    ["late", to, "DEADLINE_STATE"],
    ["open", { ...to, authorOnly: true }, "DEADLINE_OF_AUTHOR"],
    ["open", { ...to, ownerId: "m" }, "DEADLINE_THEIRS"],
  ] as const)("given to somebody else: %s, %j", (state, whom, code) => {
    expect(whyNotReassign(state, whom)?.code ?? null).toBe(code);
  });
});

describe("law 11: who stands in, and who is given a deadline", () => {
  const now = new Date("2030-01-10T00:00:00.000Z");
  const active = { id: "ben", active: true };
  it.each([
    ["with somebody", "2030-01-11", "2030-01-20", active, null],
    ["with nobody", "2030-01-01", "2030-01-11", null, null],
    ["until it is over", "2030-01-01", "2030-01-10", null, "ABSENCE_UNFIT past"],
    ["backwards", "2030-01-20", "2030-01-19", null, "ABSENCE_UNFIT past"],
    ["with oneself", "2030-01-11", "2030-01-20", { id: "ada", active: true }, "ABSENCE_UNFIT self"],
    [
      "with who left",
      "2030-01-11",
      "2030-01-20",
      { id: "ben", active: false },
      "ABSENCE_UNFIT inactive",
    ],
  ])("Ada is away %s", (_, from, until, standIn, refusal) => {
    const away = { memberId: "ada", from: new Date(from), until: new Date(until), standIn };
    const denial = whyNotAway(away, now);
    const why = denial?.code === "ABSENCE_UNFIT" ? denial.facts.why : "";
    expect(denial === null ? null : `${denial.code} ${why}`).toBe(refusal);
    expect([null, "ABSENCE_UNFIT"]).toContain(denial?.code ?? null);
  });

  it.each([
    ["ada", null],
    ["cleo", "DEADLINE_UNFIT"],
  ])("%s: %s", (memberId, code) => {
    expect(whyNotGive(memberId, ["ada", "ben"])?.code ?? null).toBe(code);
  });
});

describe("law 11: what is written down by hand", () => {
  const own = {
    kind: "own",
    title: "Send the contract",
    since: "2030-01-01",
    due: "2030-01-31",
    applicationId: null,
  };
  const council = { ...own, kind: "works_council", title: "", due: null, applicationId: "one" };
  it.each([
    ["one's own", own, true, null],
    ["one's own of a day", { ...own, due: "2030-01-01" }, true, null],
    ["without a title", { ...own, title: "" }, true, "title"],
    ["without an end", { ...own, due: null }, true, "due"],
    ["that ends before it begins", { ...own, due: "2029-12-31" }, true, "due"],
    ["a works council's week", council, true, null],
    ["whose end the law settles", { ...council, due: "2030-01-08" }, true, "due"],
    ["about nobody", { ...council, applicationId: null }, true, "applicationId"],
    ["of tomorrow", council, false, "since"],
    ["of 20 years ago", { ...council, since: "2010-12-31" }, true, null],
    ["of another age", { ...council, since: "2009-12-31" }, true, "since"],
    ["that ends in another age", { ...own, due: "2051-01-01" }, true, "due"],
  ])("%s", (_, said, begun, field) => {
    const denial = whyNotRecord(said, { begun, year: 2030, onOffer: false });
    const fields = denial?.code === "DEADLINE_NEEDS" ? Object.keys(denial.facts.fields) : [];
    expect(fields).toEqual(field === null ? [] : [field]);
  });

  it.each([
    ["a works council's week", council, "DEADLINE_NEEDS"],
    ["what it says nothing of", { ...council, kind: "access_request" }, null],
  ])("%s beside an offer that states the council's consent", (_, said, code) => {
    const denial = whyNotRecord(said, { begun: true, year: 2030, onOffer: true });
    expect(denial?.code ?? null).toBe(code);
  });

  it.each([
    [0, "DEADLINE_NEEDS"],
    [2, null],
  ])("set by %i laws: %s", (sources, code) => {
    expect(whyNotSet(sources)?.code ?? null).toBe(code);
  });
});
