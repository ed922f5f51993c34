import type { Row } from "./states.ts";

/** What the design's table says of policies. */
export const POLICY_ROWS: readonly Row[] = [
  {
    row: "edit bands, policies (by two)",
    cells: "yes no no no no no no no no",
    calls: [
      "policy.listCases",
      "policy.draft",
      "policy.propose",
      "policy.approve",
      "policy.sendBack",
      "policy.discard",
      "policy.try",
      "policy.startShadow",
      "policy.stopShadow",
    ],
  },
  {
    row: "read policies, as whoever reads the audit trail that speaks of them",
    cells: "yes no no no no no yes no no",
    calls: ["policy.list"],
  },
  {
    row: "read the rules that there are, for everybody whom one may refuse",
    cells: "yes yes yes yes yes yes yes no yes",
    calls: ["policy.listRules"],
  },
];
