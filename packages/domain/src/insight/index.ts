export { listQuestionHealth } from "./list-questions.ts";
export { publishInsight } from "./publish.ts";
export { showInsight } from "./show.ts";
