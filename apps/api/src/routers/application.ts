import {
  addNote,
  answerAdjustment,
  holdApplication,
  listApplications,
  messageCandidate,
  moveApplication,
  rejectApplication,
  resumeApplication,
  showApplication,
  showBoard,
  takeBackMail,
  transferApplication,
  withdrawApplication,
} from "@rubric/domain/application";
import {
  AddNoteInput,
  AnswerAdjustmentInput,
  ApplicationListView,
  ApplicationView,
  BoardInput,
  BoardView,
  HoldApplicationInput,
  ListApplicationsInput,
  MessageCandidateInput,
  MoveApplicationInput,
  RejectApplicationInput,
  ResumeApplicationInput,
  ShowApplicationInput,
  TakeBackMailInput,
  TransferApplicationInput,
  WithdrawApplicationInput,
} from "@rubric/domain/application/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  board: query("application.board", { errors: [] })
    .input(BoardInput)
    .output(BoardView)
    .query(({ ctx, input }) => showBoard(ctx, input)),

  list: query("application.list", { errors: [] })
    .input(ListApplicationsInput)
    .output(ApplicationListView)
    .look(listApplications),

  show: query("application.show", { errors: [] })
    .input(ShowApplicationInput)
    .output(ApplicationView)
    .query(({ ctx, input }) => showApplication(ctx, input)),

  addNote: command("application.addNote", { errors: [] })
    .input(AddNoteInput)
    .output(ApplicationView)
    .mutation(({ ctx, input }) => addNote(ctx, input)),

  hold: command("application.hold", { errors: ["APPLICATION_STATE", "NEXT_WORD_PAST"] })
    .input(HoldApplicationInput)
    .output(ApplicationView)
    .mutation(({ ctx, input }) => holdApplication(ctx, input)),

  message: command("application.message", {
    errors: [
      "APPLICATION_STATE",
      "NEXT_WORD_PAST",
      "NEXT_WORD_DUE",
      "MESSAGES_MANY",
      "QUESTION_UNREAD",
    ],
  })
    .input(MessageCandidateInput)
    .output(ApplicationView)
    .mutation(({ ctx, input }) => messageCandidate(ctx, input)),

  resume: command("application.resume", { errors: ["APPLICATION_STATE"] })
    .input(ResumeApplicationInput)
    .output(ApplicationView)
    .mutation(({ ctx, input }) => resumeApplication(ctx, input)),

  reject: command("application.reject", {
    errors: ["APPLICATION_STATE", "OFFER_OUT", "REJECTION_UNFOUNDED"],
  })
    .input(RejectApplicationInput)
    .output(ApplicationView)
    .mutation(({ ctx, input }) => rejectApplication(ctx, input)),

  takeBackMail: command("application.takeBackMail", {
    errors: [
      "NOTHING_TO_TAKE_BACK",
      "DECISION_STANDS",
      "MAIL_LEFT",
      "JOB_NOT_OPEN",
      "ACTIVE_APPLICATION",
    ],
  })
    .input(TakeBackMailInput)
    .output(ApplicationView)
    .mutation(({ ctx, input }) => takeBackMail(ctx, input)),

  withdraw: command("application.withdraw", { errors: ["APPLICATION_STATE"] })
    .input(WithdrawApplicationInput)
    .output(ApplicationView)
    .mutation(({ ctx, input }) => withdrawApplication(ctx, input)),

  move: command("application.move", {
    errors: [
      "APPLICATION_STATE",
      "STAGE_SAME",
      "STAGE_LEFT",
      "OFFER_OUT",
      "MERIT_DECISION",
      "STAGE_BEGUN",
    ],
  })
    .input(MoveApplicationInput)
    .output(ApplicationView)
    .mutation(({ ctx, input }) => moveApplication(ctx, input)),

  transfer: command("application.transfer", {
    errors: ["APPLICATION_STATE", "OFFER_OUT", "SAME_JOB", "JOB_NOT_OPEN", "ACTIVE_APPLICATION"],
  })
    .input(TransferApplicationInput)
    .output(ApplicationView)
    .mutation(({ ctx, input }) => transferApplication(ctx, input)),

  answerAdjustment: command("application.answerAdjustment", { errors: ["ADJUSTMENT_ANSWERED"] })
    .input(AnswerAdjustmentInput)
    .output(ApplicationView)
    .mutation(({ ctx, input }) => answerAdjustment(ctx, input)),
});

type Routes = typeof routes;
export interface ApplicationRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const applicationRouter: ApplicationRouter = routes;
