export { identify } from "./identify.ts";
export { reportFairness } from "./report.ts";
export { showFairness } from "./show.ts";
export { showOwnIdentification } from "./show-own.ts";
