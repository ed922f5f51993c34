export { eraseLeft } from "./erase-left.ts";
export { exportRecord } from "./export.ts";
export { fetchRecord } from "./fetch.ts";
export { showRecord } from "./show.ts";
