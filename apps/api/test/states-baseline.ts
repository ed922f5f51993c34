import { of } from "./states-of.ts";
import type { Row } from "./states.ts";

/** The baseline of somebody who was hired, and the rounds of a quarter. */
export const BASELINE_ROWS: readonly Row[] = [
  {
    row: "review on the ladder, plan, baseline: one's own",
    cells: "own own own own own own own no own",
    own: "self",
    calls: of("baseline", "show open share object withdrawObjection"),
  },
  {
    row: "review on the ladder, plan, baseline: of whom one manages",
    cells: "own own own own own own own no own",
    own: "line manager",
    calls: ["baseline.show"],
  },
  {
    row: "members, roles, settings: who was hired, where one works, rounds of reviews",
    cells: "yes no no no no no no no no",
    calls: [
      ...of("organization", "listHired inviteHired setEstablishment"),
      ...of("round", "list open"),
    ],
  },
  {
    row: "one's own figure as a rater (admin: all, without names)",
    cells: "yes yes yes yes yes yes yes no yes",
    calls: ["round.showRaters"],
  },
];
