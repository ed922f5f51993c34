import { describe, expect, it } from "vitest";
import { feedbackAllowedRule as rule } from "./allowed.ts";
import { whyNotAskFeedback, whyNotSendFeedback, whyNotWriteFeedback } from "./rules.ts";

describe("asking for feedback", () => {
  const told = { state: "rejected", onMerit: true, asked: false };
  it.each([
    [told, null],
    [{ ...told, asked: true }, "FEEDBACK_ASKED"],
    [{ ...told, onMerit: false }, "FEEDBACK_NOT_ON_MERIT"],
    // What the candidate was not told of is for them an application that goes on.
    [{ ...told, state: "active" }, "FEEDBACK_NOT_REJECTED"],
    [{ ...told, state: "withdrawn" }, "FEEDBACK_NOT_REJECTED"],
    [{ ...told, state: "hired" }, "FEEDBACK_NOT_REJECTED"],
  ])("%o: %s", (facts, code) => {
    expect(whyNotAskFeedback(facts)?.code ?? null).toBe(code);
  });

  it.each([
    [{ given: false, askDays: 30 }, 0, "FEEDBACK_NOT_GIVEN"],
    [{ given: true, askDays: 30 }, 0, null],
    [{ given: true, askDays: 30 }, 30, null],
    [{ given: true, askDays: 30 }, 31, "FEEDBACK_LATE"],
  ])("under %o after %i days: %s", (parameters, days, code) => {
    expect(rule.judge({ days }, parameters, "validation")).toEqual(
      code === null ? null : expect.objectContaining({ code }),
    );
  });

  it("is off unless a policy says otherwise", () => {
    expect(rule.defaults.given).toBe(false);
  });
});

describe("writing feedback", () => {
  it.each([
    ["rejected", { sent: false }, null],
    ["rejected", { sent: true }, "FEEDBACK_SENT"],
    ["active", { sent: false }, "FEEDBACK_REOPENED"],
    ["rejected", null, "FEEDBACK_NOT_ASKED"],
  ])("of an application that is %s, asked %o: %s", (state, feedback, code) => {
    expect(whyNotWriteFeedback(state, feedback)?.code ?? null).toBe(code);
  });
});

describe("law 1: feedback is its author's own words", () => {
  const judged = {
    texts: ["Could not say, for any of the three queries, which index the planner would take."],
    names: ["Jonas Weber", "Ana María López"],
    others: ["Zora Quill", "Will"],
  };
  const on = (text: string) => [{ competency: "Query performance", text }];
  it.each([
    ["own words", "Read more plans of queries, and say aloud what you expect of them.", null],
    ["nothing", "  ", "FEEDBACK_EMPTY"],
    [
      "a whole sentence of a scorecard",
      "Could not say, for any of the three queries, which index the planner would take.",
      "FEEDBACK_COPIED",
    ],
    [
      "eight words of one, written otherwise",
      "You could not say for ANY of the three – queries. Sorry.",
      "FEEDBACK_COPIED",
    ],
    ["seven words of one", "You could not say for any of the others.", null],
    ["a first name", "As Jonas said, read more plans.", "FEEDBACK_NAMES"],
    ["a family name", "Ask Mr Weber's book shop.", "FEEDBACK_NAMES"],
    ["a name with accents", "López liked it.", "FEEDBACK_NAMES"],
    ["a name with accents written otherwise", "Lo\u0301pez liked it.", "FEEDBACK_NAMES"],
    ["another candidate", "You were second to Zora Quill.", "FEEDBACK_NAMES"],
    ["another candidate, written otherwise", "second to ZORA\u00a0Qui\u200bll", "FEEDBACK_NAMES"],
    ["a word that is somebody's name", "You will do better. Will you?", null],
    ["a name as part of a word", "Webers are no people here.", null],
  ])("%s", (_what, text, code) => {
    expect(whyNotSendFeedback(on(text), judged)?.code ?? null).toBe(code);
  });
});
