export { erase } from "./erase.ts";
export { eraseCandidate, eraseDue, type Erased } from "./erase-candidate.ts";
export { forgetAnswers } from "./forget-answers.ts";
export { removeUploads } from "./remove-uploads.ts";
export { requestErasure } from "./request-erasure.ts";
export { type Due, findDue } from "./find-due.ts";
