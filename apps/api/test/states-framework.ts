import { of } from "./states-of.ts";
import type { Row } from "./states.ts";

/** Frameworks and the question bank. */
export const FRAMEWORK_ROWS: readonly Row[] = [
  {
    row: "read published framework (C: own, on their own page)",
    cells: "yes yes yes yes yes yes no no yes",
    calls: ["framework.list", "framework.show", "framework.compare", "framework.export"],
  },
  {
    row: "publish framework",
    cells: "yes no no no no no no no no",
    calls: [
      "framework.import",
      "framework.editAnchor",
      "framework.startDraft",
      "framework.discardDraft",
      "framework.publish",
    ],
  },
  {
    row: "edit question bank",
    cells: "yes yes yes yes no no no no no",
    calls: of("question", "list create update rest wake withdraw import export"),
  },
];
