export { askFeedback } from "./ask.ts";
export { saveFeedbackDraft } from "./save-draft.ts";
export { sendFeedback } from "./send.ts";
export { showFeedback } from "./show.ts";
