import { describe, expect, it } from "vitest";
import { OFFER_FROM } from "@rubric/domain/offer/rules";
import { lineWords, topicOf } from "./timeline-words.ts";

describe("lineWords", () => {
  it.each([
    { kind: "application.started", facts: { source: "referred" }, words: "Referred" },
    { kind: "application.stage_entered", facts: { stage: "Loop" }, words: "Entered: Loop" },
    {
      kind: "application.skipped",
      facts: { from: "Screen", to: "Offer" },
      words: "Skipped from Screen to Offer",
    },
    { kind: "application.skipped", facts: {}, words: "Skipped a stage" },
    { kind: "decision.recorded", facts: { decision: "advance" }, words: "Decided to go on" },
    { kind: "decision.recorded", facts: {}, words: "Decided on merit" },
    { kind: "application.messaged", facts: {}, words: "Wrote to the candidate" },
    { kind: "application.rejected", facts: { reason: "merit" }, words: "Rejected on merit" },
    { kind: "application.rejected", facts: { reason: "" }, words: "Rejected" },
    { kind: "offer.sent", facts: {}, words: "Offer sent" },
    { kind: "something.new_here", facts: {}, words: "Something new here" },
  ])("$kind: $words", ({ kind, facts, words }) => {
    expect(lineWords({ kind, facts })).toBe(words);
  });

  it.each(Object.keys(OFFER_FROM))("has words of people for offer.%s", (command) => {
    const words = lineWords({ kind: `offer.${command}`, facts: {} });
    expect(words).not.toMatch(/^Offer [a-z]/);
  });

  it("knows what a line is about, new kinds included", () => {
    expect(["note.logistics", "interview.held", "offer.sent", "new.kind"].map(topicOf)).toEqual([
      "notes",
      "interviews",
      "decisions",
      "steps",
    ]);
  });
});
