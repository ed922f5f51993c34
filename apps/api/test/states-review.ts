import { of } from "./states-of.ts";
import type { Row } from "./states.ts";

/** Reviews: the pair's alone, and of the pair each what is theirs. */
export const REVIEW_ROWS: readonly Row[] = [
  {
    row: "review on the ladder, plan, baseline: one's own",
    cells: "own own own own own own own no own",
    own: "self",
    calls: of("review", "open show saveDraft submit answer"),
  },
  {
    row: "review on the ladder, plan, baseline: of whom one manages",
    cells: "own own own own own own own no own",
    own: "line manager",
    calls: of("review", "open show saveDraft submit close cancel"),
  },
];
