import type { Row } from "./states.ts";

/** Settings of the organization: its size by region, and the rules that hold there. */
export const REGION_ROWS: readonly Row[] = [
  {
    row: "rules of regions",
    cells: "yes no no no no no no no no",
    calls: [
      "region.show",
      "region.setSizes",
      "region.importPack",
      "region.approvePack",
      "region.discardPack",
      "region.exportPack",
    ],
  },
];
