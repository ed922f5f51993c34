import {
  agreePlan,
  editPlan,
  endPlan,
  makePlan,
  markDone,
  previewPlan,
  replan,
  showPlan,
  undoDone,
} from "@rubric/domain/plan";
import {
  AgreePlanInput,
  EditPlanInput,
  EndPlanInput,
  MarkDoneInput,
  PlanPageView,
  PlanPreviewView,
  PlanRequestInput,
  ReplanInput,
  ShowPlanInput,
  UndoDoneInput,
} from "@rubric/domain/plan/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  show: query("plan.show", { errors: [] })
    .input(ShowPlanInput)
    .output(PlanPageView)
    .query(({ ctx, input }) => showPlan(ctx, input)),

  preview: query("plan.preview", {
    errors: [
      "LIBRARY_MISSING",
      "GROWTH_PLAN_NOTHING",
      "GROWTH_PLAN_NOT_ABOVE",
      "GROWTH_PLAN_START",
    ],
  })
    .input(PlanRequestInput)
    .output(PlanPreviewView)
    .query(({ ctx, input }) => previewPlan(ctx, input)),

  make: command("plan.make", {
    errors: [
      "LIBRARY_MISSING",
      "GROWTH_PLAN_DRAFT",
      "GROWTH_PLAN_IN_FORCE",
      "GROWTH_PLAN_NOTHING",
      "GROWTH_PLAN_NOT_ABOVE",
      "GROWTH_PLAN_START",
    ],
  })
    .input(PlanRequestInput)
    .output(PlanPageView)
    .mutation(({ ctx, input }) => makePlan(ctx, input)),

  edit: command("plan.edit", {
    errors: [
      "GROWTH_PLAN_NOT_DRAFT",
      "GROWTH_PLAN_CHANGED",
      "GROWTH_PLAN_REPEATS",
      "GROWTH_PLAN_REQUIRES",
      "GROWTH_PLAN_ORDER",
      "GROWTH_PLAN_FULL",
    ],
  })
    .input(EditPlanInput)
    .output(PlanPageView)
    .mutation(({ ctx, input }) => editPlan(ctx, input)),

  agree: command("plan.agree", {
    errors: [
      "GROWTH_PLAN_NOT_DRAFT",
      "GROWTH_PLAN_CHANGED",
      "GROWTH_PLAN_EMPTY",
      "GROWTH_PLAN_ALONE",
      "GROWTH_PLAN_AGREED",
    ],
  })
    .input(AgreePlanInput)
    .output(PlanPageView)
    .mutation(({ ctx, input }) => agreePlan(ctx, input)),

  markDone: command("plan.markDone", {
    errors: ["GROWTH_PLAN_NOT_AGREED", "GROWTH_PLAN_ITEM_DONE"],
  })
    .input(MarkDoneInput)
    .output(PlanPageView)
    .mutation(({ ctx, input }) => markDone(ctx, input)),

  undo: command("plan.undo", { errors: ["GROWTH_PLAN_NOT_AGREED", "GROWTH_PLAN_ITEM_OPEN"] })
    .input(UndoDoneInput)
    .output(PlanPageView)
    .mutation(({ ctx, input }) => undoDone(ctx, input)),

  replan: command("plan.replan", { errors: ["GROWTH_PLAN_NOT_AGREED", "GROWTH_PLAN_DRAFT"] })
    .input(ReplanInput)
    .output(PlanPageView)
    .mutation(({ ctx, input }) => replan(ctx, input)),

  end: command("plan.end", { errors: ["GROWTH_PLAN_OVER"] })
    .input(EndPlanInput)
    .output(PlanPageView)
    .mutation(({ ctx, input }) => endPlan(ctx, input)),
});

type Routes = typeof routes;
export interface PlanRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const planRouter: PlanRouter = routes;
