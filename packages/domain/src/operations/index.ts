export { listUsage } from "./list-usage.ts";
export { noteUsage, type Usage } from "./note-usage.ts";
