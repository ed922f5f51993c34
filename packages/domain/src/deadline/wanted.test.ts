import { describe, expect, it } from "vitest";
import type { DeadlineKind } from "./schemas.ts";
import { type DeadlineFacts, endOf, wantedOf } from "./wanted.ts";

const NOW = new Date("2026-03-10T12:00:00Z");
const LATER = new Date("2026-03-20T12:00:00Z");

type Of = Partial<Omit<DeadlineFacts, "application">> & {
  of?: Partial<DeadlineFacts["application"]>;
};

function factsOf({ of, ...rest }: Of): DeadlineFacts {
  return {
    application: {
      id: "a",
      candidateId: "c",
      state: "active",
      source: "applied",
      createdAt: NOW,
      nextWordAt: null,
      ...of,
    },
    erased: false,
    told: false,
    noticed: true,
    scorecards: [],
    lastHeld: null,
    feedback: null,
    askedAt: null,
    offers: [],
    councils: [],
    ...rest,
  };
}

const council = (
  state: DeadlineFacts["councils"][number]["state"],
  changed: Partial<DeadlineFacts["councils"][number]> = {},
): DeadlineFacts["councils"][number] => ({
  live: true,
  state,
  askedOn: "2026-03-02",
  startsAt: new Date("2026-03-02T00:00:00Z"),
  until: new Date("2026-03-09T23:59:59.999Z"),
  ...changed,
});

const card = (state: "assigned" | "draft" | "submitted" | "excused" | "void" | "struck") => ({
  id: "s",
  authorId: "m",
  state,
  interviewState: "held" as const,
  endsAt: NOW,
});
const offer = (state: string, startsAt = LATER) => ({
  id: "o",
  state,
  expiresAt: LATER,
  answeredAt: NOW,
  startsAt,
});
const held = { id: "i", endsAt: NOW };

describe("law 11: which deadlines are open", () => {
  it.each<[string, Of, string[]]>([
    ["nothing promised", {}, []],
    ["a promised word", { of: { nextWordAt: LATER } }, ["next_word"]],
    ["on hold, it runs on", { of: { nextWordAt: LATER, state: "on_hold" } }, ["next_word"]],
    ["withdrawn", { of: { nextWordAt: LATER, state: "withdrawn" } }, []],
    ["erased", { of: { nextWordAt: LATER }, erased: true, askedAt: NOW }, []],
    ["a question", { askedAt: NOW }, ["question_answer"]],
    ["a question of who withdrew", { askedAt: NOW, of: { state: "withdrawn" } }, []],
    ["a scorecard to write", { scorecards: [card("assigned")] }, ["scorecard_owed"]],
    ["a draft", { scorecards: [card("draft")] }, ["scorecard_owed"]],
    ["a scorecard that is in", { scorecards: [card("submitted")] }, []],
    ["an excused one", { scorecards: [card("excused")] }, []],
    ["one of who was absent", { scorecards: [{ ...card("draft"), interviewState: "absent" }] }, []],
    [
      "one of an application that ended",
      { scorecards: [card("draft")], of: { state: "rejected" } },
      [],
    ],
    ["interviewed", { lastHeld: held }, ["answer_interviewed"]],
    [
      "interviewed, an offer is written",
      { lastHeld: held, offers: [offer("draft")] },
      ["answer_interviewed"],
    ],
    ["interviewed, an offer is out", { lastHeld: held, offers: [offer("sent")] }, ["offer_expiry"]],
    ["added", { of: { source: "added" }, noticed: false }, ["notice_art14"]],
    ["referred", { of: { source: "referred" }, noticed: false }, ["notice_art14"]],
    ["added, and told", { of: { source: "added" } }, []],
    ["applied", { noticed: false }, []],
    [
      "added, and rejected meanwhile",
      { of: { source: "added", state: "rejected" }, noticed: false },
      ["notice_art14"],
    ],
    ["a change was asked for", { offers: [offer("change_asked")] }, ["offer_expiry"]],
    ["hired", { offers: [offer("accepted")], of: { state: "hired" } }, ["post_selection_notice"]],
    ["a works council was asked", { councils: [council("open")] }, ["works_council"]],
    ["it answered", { councils: [council("met")] }, []],
    ["nothing says until when", { councils: [council("open", { until: null })] }, []],
    ["of a version that is over", { councils: [council("open", { live: false })] }, []],
    [
      "it was asked for two versions: once",
      { councils: [council("open", { askedOn: "2026-03-05" }), council("open")] },
      ["works_council"],
    ],
    [
      "hired before it answered",
      { councils: [council("open")], of: { state: "hired" } },
      ["works_council"],
    ],
    [
      "feedback is asked for",
      { feedback: { askedAt: NOW, sent: false }, of: { state: "rejected" } },
      ["feedback_owed"],
    ],
    ["and was given", { feedback: { askedAt: NOW, sent: true }, of: { state: "rejected" } }, []],
    ["and the decision reversed", { feedback: { askedAt: NOW, sent: false } }, []],
    ["rejected meanwhile", { councils: [council("open")], of: { state: "rejected" } }, []],
    ["fell through", { offers: [offer("fell_through")], of: { state: "withdrawn" } }, []],
  ])("%s", (_, facts, kinds) => {
    expect(wantedOf(factsOf(facts), NOW).map((one) => one.kind)).toEqual(kinds);
  });
});

describe("law 11: how a deadline ends", () => {
  it.each<[DeadlineKind, Of, string, "done" | "void" | "stays"]>([
    ["next_word", {}, "application.messaged", "done"],
    ["next_word", {}, "application.stage_entered", "done"],
    ["next_word", {}, "application.held", "done"],
    ["next_word", {}, "application.resumed", "void"],
    ["next_word", { of: { state: "rejected" } }, "application.rejected", "stays"],
    ["next_word", { of: { state: "rejected" }, told: true }, "decision.recorded", "done"],
    ["next_word", { of: { state: "withdrawn" } }, "application.withdrawn", "void"],
    ["next_word", { of: { state: "hired" } }, "application.hired", "done"],
    ["next_word", { erased: true }, "application.withdrawn", "void"],
    ["question_answer", {}, "application.messaged", "done"],
    ["question_answer", { of: { state: "rejected" } }, "application.rejected", "stays"],
    ["question_answer", { of: { state: "transferred" } }, "application.transferred", "void"],
    ["answer_interviewed", { of: { state: "rejected" } }, "application.rejected", "stays"],
    ["answer_interviewed", { of: { state: "rejected" }, told: true }, "x", "done"],
    ["answer_interviewed", { offers: [offer("sent")] }, "offer.send", "done"],
    ["answer_interviewed", {}, "interview.held", "void"],
    ["feedback_owed", { feedback: { askedAt: NOW, sent: true } }, "feedback.sent", "done"],
    ["feedback_owed", { feedback: { askedAt: NOW, sent: false } }, "decision.reversed", "void"],
    ["scorecard_owed", { scorecards: [card("submitted")] }, "scorecard.submitted", "done"],
    ["scorecard_owed", { scorecards: [card("struck")] }, "scorecard.struck", "done"],
    ["scorecard_owed", { scorecards: [card("excused")] }, "scorecard.excused", "void"],
    ["scorecard_owed", {}, "interview.cancelled", "void"],
    ["notice_art14", {}, "application.messaged", "done"],
    ["offer_expiry", { offers: [offer("accepted")] }, "offer.accept", "done"],
    ["offer_expiry", { offers: [offer("expired")] }, "offer.expire", "done"],
    ["offer_expiry", { offers: [offer("withdrawn")] }, "offer.withdraw", "void"],
    ["offer_expiry", { offers: [offer("superseded")] }, "offer.send", "void"],
    ["post_selection_notice", {}, "offer.fellThrough", "void"],
    ["works_council", { councils: [council("met")] }, "offer.settleCondition", "done"],
    ["works_council", { councils: [council("failed")] }, "offer.settleCondition", "done"],
    ["works_council", { councils: [council("waived")] }, "offer.settleCondition", "void"],
    [
      "works_council",
      { councils: [council("open", { askedOn: "2026-03-05" })] },
      "offer.settleCondition",
      "void",
    ],
    ["works_council", { councils: [council("open", { live: false })] }, "offer.decline", "void"],
  ])("%s, %j, %s: %s", (kind, facts, event, how) => {
    expect(
      endOf(
        {
          kind,
          subjectId: kind === "offer_expiry" ? "o" : "s",
          origin: "2026-03-02",
          recorded: false,
        },
        factsOf(facts),
        event,
      ),
    ).toBe(how);
  });

  it.each<[DeadlineKind, DeadlineFacts["application"]["state"], "void" | "stays"]>([
    ["works_council", "active", "stays"],
    ["works_council", "hired", "stays"],
    ["works_council", "rejected", "void"],
    ["works_council", "withdrawn", "void"],
    ["own", "transferred", "void"],
    ["access_request", "withdrawn", "stays"],
    ["pay_information", "rejected", "stays"],
  ])("%s that was written down, application %s: %s", (kind, state, how) => {
    const facts = factsOf({ of: { state } });
    expect(endOf({ kind, subjectId: "a", origin: "x", recorded: true }, facts, "x")).toBe(how);
  });
});

describe("the notice of a selection counts from the first day of work (C.R.S. § 8-5-201(3))", () => {
  it.each([
    ["that day", LATER, LATER],
    ["the acceptance, where work began before", new Date("2026-03-01T00:00:00Z"), NOW],
  ])("from %s", (_, work, from) => {
    const facts = factsOf({ offers: [offer("confirmed", work)], of: { state: "hired" } });
    expect(wantedOf(facts, NOW)[0]?.startsAt).toEqual(from);
  });
});

describe("what an offer says of a works council ends its deadline", () => {
  it.each([
    [council("open"), "void"],
    [council("met"), "done"],
    [council("failed"), "done"],
    [council("open", { live: false }), "stays"],
  ])("one written down gives way to the offer's: %j: %s", (one, how) => {
    const row = { kind: "works_council" as const, subjectId: "a", origin: "x", recorded: true };
    expect(endOf(row, factsOf({ councils: [one] }), "x")).toBe(how);
  });
});
