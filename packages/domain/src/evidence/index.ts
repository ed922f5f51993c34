export { addEvidence } from "./add.ts";
export { readEvidenceFile } from "./read-file.ts";
export { removeEvidence } from "./remove.ts";
