import { of } from "./states-of.ts";
import type { Row } from "./states.ts";

/** Who manages whom, the ladder, and where somebody stands on it. */
export const LADDER_ROWS: readonly Row[] = [
  {
    row: "members, roles, settings: who manages whom",
    cells: "yes no no no no no no no no",
    calls: ["organization.setManager"],
  },
  {
    row: "read published framework: what changes between two of its levels",
    cells: "yes yes yes yes yes yes no no yes",
    calls: ["ladder.compare"],
  },
  {
    row: "whom one manages oneself",
    cells: "yes yes yes yes yes yes yes no yes",
    calls: ["ladder.listTeam"],
  },
  {
    row: "review on the ladder, plan, baseline: one's own",
    cells: "own own own own own own own no own",
    own: "self",
    calls: ["ladder.show"],
  },
  {
    row: "review on the ladder, plan, baseline: of whom one manages",
    cells: "own own own own own own own no own",
    own: "line manager",
    calls: of("ladder", "show place"),
  },
];
