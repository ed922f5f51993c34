export { compareLadder } from "./compare.ts";
export { listTeam } from "./list-team.ts";
export { place } from "./place.ts";
export { showLadder } from "./show.ts";
