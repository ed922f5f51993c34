import type { Row } from "./states.ts";

/** Deadlines (law 11): everybody sees their own, and says when they are away. */
export const DEADLINE_ROWS: readonly Row[] = [
  {
    row: "one's own deadlines, those of the jobs one leads or schedules for (admin: all)",
    cells: "yes yes yes yes yes yes yes no yes",
    calls: ["deadline.list", "deadline.complete", "deadline.reassign", "deadline.setAway"],
  },
  {
    row: "write a deadline of a job down",
    cells: "no yes no yes no no no no no",
    calls: ["deadline.record"],
  },
];
