import type { Tone } from "./words.ts";

/** How an interviewer sums up, by the interview of the plan. */
const SUMMARIES: Readonly<Record<string, Readonly<Record<Tone, readonly string[]>>>> = {
  "First call": {
    strong: [
      "Forty minutes went by quickly: concrete, modest, exact. I would gladly hear more of it in the loop.",
      "Owned what went wrong as plainly as what went well. Knows why the system is as it is.",
      "Asked better questions about our ledger than I had prepared. Clearly has carried such a thing.",
    ],
    fair: [
      "A good story with a thin middle: the trade-off that decided it was made by someone else.",
      "Pleasant and clear, at the lower edge of what the post asks for. The loop would tell.",
    ],
    weak: [
      "I asked three ways why it was built so and got three descriptions of what was built.",
      "Speaks well about the product; the server side of it was other people's work.",
    ],
  },
  "System design": {
    strong: [
      "I would let them lead the reversal project tomorrow. Sees the failure before the feature.",
      "One drawing, four numbers, and a decision for each of them. A pleasure.",
      "Changed the design once, when I changed the load, and said what it costs.",
    ],
    fair: [
      "Solid in the middle; under pressure the design grew instead of the reasons for it.",
      "Good at the shape, unsure at the numbers. A year with us would settle that.",
    ],
    weak: [
      "The two writers on one balance were not seen, also not when I pointed at them.",
      "A catalogue of parts rather than a design; nothing was ever left out.",
    ],
  },
  "A change in code": {
    strong: [
      "Small steps, each of them green. I learned a trick with the fixture.",
      "Read the code before changing it, and left it shorter than it was.",
      "Quick without hurry; the test that was missing is now the first one in the file.",
    ],
    fair: [
      "Gets there, and tidies up. A little more care for the query would have saved ten minutes.",
      "Comfortable in the language, less so in someone else's code.",
    ],
    weak: [
      "We did not reach the second half; the first one stood still at the test.",
      "The change works for the example and for nothing beside it.",
    ],
  },
  "Security and personal data": {
    strong: [
      "Thinks like the person who wants in, and like the one who has to explain it afterwards.",
      "The erasure case is usually where people tire; here it was the best part.",
      "Knows what to keep, what to delete and whom to ask. Rare.",
    ],
    fair: [
      "Right instincts, some gaps in the terms. Nothing that our course would not close.",
      "Sign-in was very good, the erasure left the backups untouched.",
    ],
    weak: [
      "Security was a list of products. I could not find the reasoning beneath it.",
      "Trusts the client in two places where it matters.",
    ],
  },
};

/** What an interviewer sums up; `turn` chooses among those that fit. */
export function summaryOf(interview: string, tone: Tone, turn: number): string {
  const fitting = SUMMARIES[interview]?.[tone] ?? [];
  return fitting[turn % Math.max(1, fitting.length)] ?? "";
}

/** Who interviews, as a number: two who rate the same criterion do not say the same of it. */
export function voiceOf(interview: string): number {
  return Math.max(0, Object.keys(SUMMARIES).indexOf(interview));
}
