export { approveBand } from "./approve.ts";
export { discardBand } from "./discard.ts";
export { draftBand } from "./draft.ts";
export { exportBands } from "./export.ts";
export { importBands } from "./import.ts";
export { listBands } from "./list.ts";
