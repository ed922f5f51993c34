import type { Row } from "./states.ts";

/** Interviews. */
export const INTERVIEW_ROWS: readonly Row[] = [
  {
    row: "schedule, move, cancel interview (K: schedules, and sees what is scheduled)",
    cells: "no yes no yes no no no no yes",
    calls: [
      "interview.propose",
      "interview.schedule",
      "interview.move",
      "interview.swap",
      "interview.cancel",
      "job.show",
      "job.list",
      "application.show",
    ],
  },
  {
    row: "answer invitation, mark absent",
    cells: "own yes own yes own own no no yes",
    own: "assigned",
    calls: ["interview.markAbsent"],
  },
  {
    row: "one's own interviews",
    cells: "yes yes yes yes yes yes no no yes",
    calls: ["interview.list"],
  },
  {
    row: "choose a time, withdraw, accept offer",
    cells: "no no no no no no no own no",
    own: "about",
    calls: ["interview.chooseTime", "candidate.withdraw", "offer.accept", "offer.decline"],
  },
  {
    row: "read kit",
    cells: "no yes no yes own no no no no",
    own: "assigned",
    calls: ["interview.showKit"],
  },
];
