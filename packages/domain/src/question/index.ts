export { createQuestion } from "./create.ts";
export { exportQuestions } from "./export.ts";
export { importQuestions } from "./import.ts";
export { listQuestions } from "./list.ts";
export { restQuestion } from "./rest.ts";
export { updateQuestion } from "./update.ts";
export { wakeQuestion } from "./wake.ts";
export { withdrawQuestion } from "./withdraw.ts";
