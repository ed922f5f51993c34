export { answerReview } from "./answer.ts";
export { cancelReview } from "./cancel.ts";
export { closeReview } from "./close.ts";
export { openReview } from "./open.ts";
export { saveReviewDraft } from "./save-draft.ts";
export { showReview } from "./show.ts";
export { submitReview } from "./submit.ts";
