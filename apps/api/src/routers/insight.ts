import { listQuestionHealth, showInsight } from "@rubric/domain/insight";
import {
  InsightView,
  ListQuestionHealthInput,
  QuestionHealthView,
  ShowInsightInput,
} from "@rubric/domain/insight/schemas";
import { query, router } from "../procedure.ts";

const routes = router({
  show: query("insight.show", { errors: [] })
    .input(ShowInsightInput)
    .output(InsightView)
    .query(({ ctx }) => showInsight(ctx)),

  listQuestions: query("insight.listQuestions", { errors: [] })
    .input(ListQuestionHealthInput)
    .output(QuestionHealthView)
    .query(({ ctx, input }) => listQuestionHealth(ctx, input)),
});

type Routes = typeof routes;
export interface InsightRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const insightRouter: InsightRouter = routes;
