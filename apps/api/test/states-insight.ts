import type { Row } from "./states.ts";

/** Of the table of permissions what is about insight. */
export const INSIGHT_ROWS: readonly Row[] = [
  {
    row: "insight: one's own figures; what else it holds is asked of the roles once more",
    cells: "yes yes yes yes yes yes no no yes",
    calls: ["insight.show"],
  },
  {
    row: "insight: how questions do",
    cells: "yes yes yes yes no no no no no",
    calls: ["insight.listQuestions"],
  },
];
