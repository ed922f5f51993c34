import type { Row } from "./states.ts";

/** Applications on their way. */
export const APPLICATION_ROWS: readonly Row[] = [
  {
    row: "adjustment: reason (C: own, by asking)",
    cells: "no yes no no no no no no no",
    calls: ["application.answerAdjustment"],
  },
  {
    row: "message candidate (C: own, on their own page)",
    cells: "no yes no yes no no no no no",
    calls: ["application.message"],
  },
  {
    row: "hold, administrative reject",
    cells: "no yes no yes no no no no no",
    calls: [
      "application.hold",
      "application.resume",
      "application.reject",
      "application.takeBackMail",
    ],
  },
  {
    row: "reverse a decision; debrief closed, reopened, not held; application: skip, back, extra interview; job: closed → open, move the pinned: M",
    cells: "no no no yes no no no no no",
    calls: [
      "debrief.reverse",
      "debrief.close",
      "debrief.reopen",
      "debrief.skip",
      "application.move",
      "interview.addExtra",
      "job.reopen",
      "job.askToMovePinned",
    ],
  },
  {
    row: "application: withdrawn, transferred; offer: confirmed: R",
    cells: "no yes no no no no no no no",
    calls: ["application.withdraw", "application.transfer", "offer.confirm"],
  },
];
