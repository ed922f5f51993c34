import type { Row } from "./states.ts";

/** Rows of pay bands, of approval flows, and of what an offer's pay and conditions need. */
export const PAY_ROWS: readonly Row[] = [
  {
    row: "see pay bands and who approves offers (engineer, manager: no level of their own is kept yet)",
    cells: "yes yes yes yes no no no no no",
    calls: ["band.list", "band.export", "approval.showFlow"],
  },
  {
    row: "edit bands, policies (by two); approval flows",
    cells: "yes no no no no no no no no",
    calls: [
      "band.draft",
      "band.import",
      "band.approve",
      "band.discard",
      "approval.saveFlow",
      "approval.saveJobFlow",
    ],
  },
  {
    row: "see a job's approval flow",
    cells: "yes yes no yes no no no no no",
    calls: ["approval.showJobFlow"],
  },
  {
    row: "offer: exception, approver in somebody's place, conditions",
    cells: "no yes no yes no no no no no",
    calls: [
      "offer.askException",
      "offer.answerException",
      "offer.replaceApprover",
      "offer.settleCondition",
    ],
  },
  {
    row: "approve an offer's exception",
    cells: "own own own own own own no no own",
    own: "approver",
    calls: ["offer.answerException"],
  },
];

/** Law 7: of those what nobody does who referred the candidate or declared a relation. */
export const PAY_IMPARTIAL: readonly string[] = [
  "offer.answerException",
  "offer.replaceApprover",
  "offer.settleCondition",
];
