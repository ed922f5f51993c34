export { fillRounds } from "./fill.ts";
export { listRounds } from "./list.ts";
export { openRound } from "./open.ts";
export { openRoundsDue } from "./open-due.ts";
export { showRaters } from "./show-raters.ts";
