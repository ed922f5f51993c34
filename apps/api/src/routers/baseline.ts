import {
  objectBaseline,
  openBaseline,
  shareBaseline,
  showBaseline,
  withdrawObjection,
} from "@rubric/domain/baseline";
import {
  BaselineInput,
  BaselineView,
  ObjectInput,
  ShareBaselineInput,
} from "@rubric/domain/baseline/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  show: query("baseline.show", { errors: [] })
    .input(BaselineInput)
    .output(BaselineView)
    .query(({ ctx, input }) => showBaseline(ctx, input)),

  open: command("baseline.open", { errors: ["BASELINE_EMPTY", "BASELINE_OPENED"] })
    .input(BaselineInput)
    .output(BaselineView)
    .mutation(({ ctx, input }) => openBaseline(ctx, input)),

  share: command("baseline.share", {
    errors: ["BASELINE_EMPTY", "BASELINE_UNOPENED", "BASELINE_OBJECTED"],
  })
    .input(ShareBaselineInput)
    .output(BaselineView)
    .mutation(({ ctx, input }) => shareBaseline(ctx, input)),

  object: command("baseline.object", { errors: ["BASELINE_EMPTY", "BASELINE_OBJECTED"] })
    .input(ObjectInput)
    .output(BaselineView)
    .mutation(({ ctx, input }) => objectBaseline(ctx, input)),

  withdrawObjection: command("baseline.withdrawObjection", { errors: ["BASELINE_NOT_OBJECTED"] })
    .input(BaselineInput)
    .output(BaselineView)
    .mutation(({ ctx, input }) => withdrawObjection(ctx, input)),
});

type Routes = typeof routes;
export interface BaselineRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const baselineRouter: BaselineRouter = routes;
