import {
  createQuestion,
  exportQuestions,
  importQuestions,
  listQuestions,
  restQuestion,
  updateQuestion,
  wakeQuestion,
  withdrawQuestion,
} from "@rubric/domain/question";
import {
  CreateQuestionInput,
  ExportQuestionsInput,
  ImportedQuestionsView,
  ImportQuestionsInput,
  ListQuestionsInput,
  QuestionFileView,
  QuestionListView,
  QuestionView,
  RestQuestionInput,
  UpdateQuestionInput,
  WakeQuestionInput,
  WithdrawQuestionInput,
} from "@rubric/domain/question/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  list: query("question.list", { errors: [] })
    .input(ListQuestionsInput)
    .output(QuestionListView)
    .query(({ ctx, input }) => listQuestions(ctx, input)),

  create: command("question.create", { errors: ["COMPETENCY_UNKNOWN"] })
    .input(CreateQuestionInput)
    .output(QuestionView)
    .mutation(({ ctx, input }) => createQuestion(ctx, input)),

  update: command("question.update", {
    errors: ["COMPETENCY_UNKNOWN", "QUESTION_IN_USE", "QUESTION_WITHDRAWN"],
  })
    .input(UpdateQuestionInput)
    .output(QuestionView)
    .mutation(({ ctx, input }) => updateQuestion(ctx, input)),

  withdraw: command("question.withdraw", { errors: ["QUESTION_WITHDRAWN"] })
    .input(WithdrawQuestionInput)
    .output(QuestionView)
    .mutation(({ ctx, input }) => withdrawQuestion(ctx, input)),

  rest: command("question.rest", {
    errors: ["QUESTION_RESTING", "QUESTION_WITHDRAWN", "REST_OVER"],
  })
    .input(RestQuestionInput)
    .output(QuestionView)
    .mutation(({ ctx, input }) => restQuestion(ctx, input)),

  wake: command("question.wake", { errors: ["QUESTION_AWAKE", "QUESTION_WITHDRAWN"] })
    .input(WakeQuestionInput)
    .output(QuestionView)
    .mutation(({ ctx, input }) => wakeQuestion(ctx, input)),

  export: query("question.export", { errors: [] })
    .input(ExportQuestionsInput)
    .output(QuestionFileView)
    .query(({ ctx, input }) => exportQuestions(ctx, input)),

  import: command("question.import", { errors: ["FILE_REFUSED"] })
    .input(ImportQuestionsInput)
    .output(ImportedQuestionsView)
    .mutation(({ ctx, input }) => importQuestions(ctx, input)),
});

type Routes = typeof routes;
export interface QuestionRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const questionRouter: QuestionRouter = routes;
