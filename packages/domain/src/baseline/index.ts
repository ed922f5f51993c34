export { objectBaseline } from "./object.ts";
export { openBaseline } from "./open.ts";
export { shareBaseline } from "./share.ts";
export { showBaseline } from "./show.ts";
export { withdrawObjection } from "./withdraw-objection.ts";
