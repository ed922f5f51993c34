import type { Row } from "./states.ts";

/** Of the table of permissions what is about fairness and experiments. */
export const FAIRNESS_ROWS: readonly Row[] = [
  {
    row: "how one identifies oneself",
    cells: "no no no no no no no own no",
    own: "about",
    calls: ["fairness.showOwn", "fairness.identify"],
  },
  {
    row: "four-fifths aggregate",
    cells: "no no no no no no yes no no",
    calls: ["fairness.show"],
  },
  {
    row: "experiments (started by two)",
    cells: "yes no no no no no no no no",
    calls: [
      "experiment.list",
      "experiment.show",
      "experiment.draft",
      "experiment.start",
      "experiment.stop",
    ],
  },
];
