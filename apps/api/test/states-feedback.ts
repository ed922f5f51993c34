import type { Row } from "./states.ts";

/** Feedback that a rejected candidate asks for, written by who leads the job. */
export const FEEDBACK_ROWS: readonly Row[] = [
  {
    row: "message candidate: feedback after a rejection",
    cells: "no yes no yes no no no no no",
    calls: ["feedback.show", "feedback.saveDraft", "feedback.send"],
  },
  {
    row: "message candidate: asking for feedback",
    cells: "no no no no no no no own no",
    own: "about",
    calls: ["feedback.ask"],
  },
];

/** Law 7: who knows the candidate writes none. */
export const FEEDBACK_IMPARTIAL = ["feedback.saveDraft", "feedback.send"] as const;
