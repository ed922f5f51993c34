import type { Row } from "./states.ts";

/** The rows about requisitions of the design's tables. */
export const REQUISITION_ROWS: readonly Row[] = [
  {
    row: "create job, ask for requisition",
    cells: "yes yes yes yes no no no no no",
    calls: ["job.create", "requisition.draft"],
  },
  {
    row: "approve and see requisition, offer",
    cells: "own own own own own own no no own",
    own: "approver",
    calls: ["requisition.show", "requisition.approve", "requisition.sendBack"],
  },
  {
    row: "requisition: draft → pending, pending → draft: its author",
    cells: "own own own own own own no no own",
    own: "author",
    calls: ["requisition.show", "requisition.request", "requisition.sendBack"],
  },
  {
    row: "requisition: approved ↔ on hold, any but fulfilled → cancelled: M, A",
    cells: "yes no no yes no no no no no",
    calls: ["requisition.show", "requisition.hold", "requisition.resume", "requisition.cancel"],
  },
  {
    row: "requisition: R, M see those of their job",
    cells: "no yes no yes no no no no no",
    calls: ["requisition.show"],
  },
  {
    row: "the requisitions that one may see",
    cells: "yes yes yes yes yes yes no no yes",
    calls: ["requisition.list"],
  },
];
