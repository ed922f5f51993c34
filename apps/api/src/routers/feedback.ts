import { OwnView } from "@rubric/domain/candidate/schemas";
import {
  askFeedback,
  saveFeedbackDraft,
  sendFeedback,
  showFeedback,
} from "@rubric/domain/feedback";
import {
  AskFeedbackInput,
  FeedbackDraftSavedView,
  FeedbackView,
  SaveFeedbackDraftInput,
  SendFeedbackInput,
  ShowFeedbackInput,
} from "@rubric/domain/feedback/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  ask: command("feedback.ask", {
    errors: [
      "LINK_INVALID",
      "FEEDBACK_ASKED",
      "FEEDBACK_NOT_REJECTED",
      "FEEDBACK_NOT_ON_MERIT",
      "FEEDBACK_NOT_GIVEN",
      "FEEDBACK_LATE",
    ],
  })
    .input(AskFeedbackInput)
    .output(OwnView)
    .mutation(({ ctx, input }) => askFeedback(ctx, input)),

  show: query("feedback.show", { errors: ["FEEDBACK_NOT_ASKED"] })
    .input(ShowFeedbackInput)
    .output(FeedbackView)
    .query(({ ctx, input }) => showFeedback(ctx, input)),

  saveDraft: command("feedback.saveDraft", {
    errors: [
      "FEEDBACK_NOT_ASKED",
      "FEEDBACK_SENT",
      "FEEDBACK_REOPENED",
      "FEEDBACK_UNKNOWN",
      "DRAFT_OUTDATED",
    ],
    audit: "none",
  })
    .input(SaveFeedbackDraftInput)
    .output(FeedbackDraftSavedView)
    .mutation(({ ctx, input }) => saveFeedbackDraft(ctx, input)),

  send: command("feedback.send", {
    errors: [
      "FEEDBACK_NOT_ASKED",
      "FEEDBACK_SENT",
      "FEEDBACK_REOPENED",
      "FEEDBACK_UNKNOWN",
      "FEEDBACK_EMPTY",
      "FEEDBACK_COPIED",
      "FEEDBACK_NAMES",
    ],
  })
    .input(SendFeedbackInput)
    .output(FeedbackView)
    .mutation(({ ctx, input }) => sendFeedback(ctx, input)),
});

type Routes = typeof routes;
export interface FeedbackRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const feedbackRouter: FeedbackRouter = routes;
