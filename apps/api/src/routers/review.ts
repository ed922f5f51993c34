import {
  answerReview,
  cancelReview,
  closeReview,
  openReview,
  saveReviewDraft,
  showReview,
  submitReview,
} from "@rubric/domain/review";
import {
  AnswerReviewInput,
  CancelReviewInput,
  CloseReviewInput,
  OpenReviewInput,
  ReviewDraftSavedView,
  ReviewInput,
  ReviewView,
  SaveReviewDraftInput,
  SubmitReviewInput,
} from "@rubric/domain/review/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  open: command("review.open", { errors: ["REVIEW_OPEN", "REVIEW_ALONE", "REVIEW_DUE"] })
    .input(OpenReviewInput)
    .output(ReviewView)
    .mutation(({ ctx, input }) => openReview(ctx, input)),

  show: query("review.show", { errors: [] })
    .input(ReviewInput)
    .output(ReviewView)
    .query(({ ctx, input }) => showReview(ctx, input)),

  saveDraft: command("review.saveDraft", {
    errors: ["REVIEW_CLOSED", "REVIEW_SUBMITTED", "DRAFT_OUTDATED"],
    audit: "none",
  })
    .input(SaveReviewDraftInput)
    .output(ReviewDraftSavedView)
    .mutation(({ ctx, input }) => saveReviewDraft(ctx, input)),

  submit: command("review.submit", {
    errors: ["REVIEW_CLOSED", "REVIEW_SUBMITTED", "REVIEW_INCOMPLETE"],
  })
    .input(SubmitReviewInput)
    .output(ReviewView)
    .mutation(({ ctx, input }) => submitReview(ctx, input)),

  close: command("review.close", { errors: ["REVIEW_CLOSED", "REVIEW_WAITS", "REVIEW_EMPTY"] })
    .input(CloseReviewInput)
    .output(ReviewView)
    .mutation(({ ctx, input }) => closeReview(ctx, input)),

  cancel: command("review.cancel", { errors: ["REVIEW_CLOSED"] })
    .input(CancelReviewInput)
    .output(ReviewView)
    .mutation(({ ctx, input }) => cancelReview(ctx, input)),

  answer: command("review.answer", { errors: ["REVIEW_NOT_CLOSED"] })
    .input(AnswerReviewInput)
    .output(ReviewView)
    .mutation(({ ctx, input }) => answerReview(ctx, input)),
});

type Routes = typeof routes;
export interface ReviewRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const reviewRouter: ReviewRouter = routes;
