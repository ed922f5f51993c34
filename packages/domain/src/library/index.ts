export { exportLibrary } from "./export.ts";
export { importLibrary } from "./import.ts";
export { previewLibrary } from "./preview.ts";
export { showLibrary } from "./show.ts";
