import { of } from "./states-of.ts";
import type { Row } from "./states.ts";

const VERBS = "show preview make edit agree markDone undo replan end";

/** The library, which every member reads, and plans, which are the pair's alone. */
export const PLAN_ROWS: readonly Row[] = [
  {
    row: "read the library of things to do",
    cells: "yes yes yes yes yes yes yes no yes",
    calls: ["library.show", "library.export"],
  },
  {
    row: "import the library of things to do",
    cells: "yes no no no no no no no no",
    calls: ["library.preview", "library.import"],
  },
  {
    row: "review on the ladder, plan, baseline: one's own",
    cells: "own own own own own own own no own",
    own: "self",
    calls: of("plan", VERBS),
  },
  {
    row: "review on the ladder, plan, baseline: of whom one manages",
    cells: "own own own own own own own no own",
    own: "line manager",
    calls: of("plan", VERBS),
  },
];
