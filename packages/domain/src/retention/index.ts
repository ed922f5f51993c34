export { erase } from "./erase.ts";
export { eraseCandidate, type Erased } from "./erase-candidate.ts";
export { forgetAnswers } from "./forget-answers.ts";
export { removeUploads } from "./remove-uploads.ts";
export { requestErasure } from "./request-erasure.ts";
