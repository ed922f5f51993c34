export { approvePack } from "./approve-pack.ts";
export { discardPack } from "./discard-pack.ts";
export { exportPack } from "./export-pack.ts";
export { importPack } from "./import-pack.ts";
export { setRegionSizes } from "./set-sizes.ts";
export { showRegions } from "./show.ts";
