export { draftExperiment } from "./draft.ts";
export { listExperiments } from "./list.ts";
export { showExperiment } from "./show.ts";
export { startExperiment } from "./start.ts";
export { stopExperiment } from "./stop.ts";
