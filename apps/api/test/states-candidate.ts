import type { Row } from "./states.ts";

/** Candidates, and what each sees of their own. */
export const CANDIDATE_ROWS: readonly Row[] = [
  {
    row: "see pipeline, CV, answers",
    cells: "no yes yes yes own no no own no",
    own: "assigned",
    calls: [
      "application.board",
      "application.list",
      "application.show",
      "candidate.readFile",
      "job.show",
      "job.list",
    ],
  },
  {
    row: "see pipeline, CV, answers: of the candidate's own",
    cells: "no no no no no no no own no",
    own: "about",
    calls: ["candidate.readFile"],
  },
  {
    row: "see pipeline: by a person's name (I: by their interviews; C: by their link)",
    cells: "no yes yes yes no no no no yes",
    calls: ["candidate.search"],
  },
  {
    row: "add candidate",
    cells: "no yes no yes no no no no no",
    calls: ["candidate.add"],
  },
  {
    row: "refer someone",
    cells: "yes yes yes yes yes yes no no yes",
    ofRole: true,
    calls: ["candidate.refer"],
  },
  {
    row: "adjustment: reason; a candidate's own page, export and erasure",
    cells: "no no no no no no no own no",
    own: "about",
    calls: [
      "candidate.showOwn",
      "candidate.ask",
      "candidate.askAdjustment",
      "candidate.askErasure",
      "candidate.requestExportCode",
      "candidate.exportOwn",
      "candidate.joinPool",
      "candidate.leavePool",
    ],
  },
  {
    row: "law 7: who sees the application declares a relation",
    cells: "no yes yes yes own no no no no",
    own: "assigned",
    calls: ["candidate.declareRelation"],
  },
];
