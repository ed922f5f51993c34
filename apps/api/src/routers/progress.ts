import { showProgress } from "@rubric/domain/progress";
import { ProgressView, ShowProgressInput } from "@rubric/domain/progress/schemas";
import { query, router } from "../procedure.ts";

const routes = router({
  show: query("progress.show", { errors: [] })
    .input(ShowProgressInput)
    .output(ProgressView)
    .query(({ ctx, input }) => showProgress(ctx, input)),
});

type Routes = typeof routes;
export interface ProgressRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const progressRouter: ProgressRouter = routes;
