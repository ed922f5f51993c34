import { listPreparation, planPreparation, showPreparation } from "@rubric/domain/preparation";
import {
  ListPreparationInput,
  PlanPreparationInput,
  PreparationListView,
  PreparationPlanView,
  PreparationView,
  ShowPreparationInput,
} from "@rubric/domain/preparation/schemas";
import { query, router } from "../procedure.ts";

const routes = router({
  list: query("preparation.list", { errors: [] })
    .input(ListPreparationInput)
    .output(PreparationListView)
    .query(({ ctx }) => listPreparation(ctx)),

  show: query("preparation.show", { errors: [] })
    .input(ShowPreparationInput)
    .output(PreparationView)
    .query(({ ctx, input }) => showPreparation(ctx, input)),

  plan: query("preparation.plan", { errors: [], rate: "public" })
    .input(PlanPreparationInput)
    .output(PreparationPlanView)
    .query(({ ctx, input }) => planPreparation(ctx, input)),
});

type Routes = typeof routes;
export interface PreparationRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const preparationRouter: PreparationRouter = routes;
