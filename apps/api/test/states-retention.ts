import type { Row } from "./states.ts";

/** How long things are kept: the rows of the table "Permissions" beside the erasure itself. */
export const RETENTION_ROWS: readonly Row[] = [
  {
    row: "legal hold, run erasure",
    cells: "yes no no no no no no no no",
    calls: ["retention.erase"],
  },
  {
    row: "legal hold, rules of retention",
    cells: "yes no no no no no no no no",
    calls: [
      "retention.list",
      "retention.listDue",
      "retention.setHold",
      "retention.liftHold",
      "retention.setPool",
    ],
  },
  {
    row: "how long an application is kept, privacy notice",
    cells: "no yes no yes no no no no no",
    calls: ["retention.show", "retention.sendNotice"],
  },
];
