import {
  draftExperiment,
  listExperiments,
  showExperiment,
  startExperiment,
  stopExperiment,
} from "@rubric/domain/experiment";
import {
  DraftExperimentInput,
  ExperimentInput,
  ExperimentsView,
  ExperimentView,
  NoInput,
  StopExperimentInput,
} from "@rubric/domain/experiment/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  list: query("experiment.list", { errors: [] })
    .input(NoInput)
    .output(ExperimentsView)
    .query(({ ctx }) => listExperiments(ctx)),

  show: query("experiment.show", { errors: [] })
    .input(ExperimentInput)
    .output(ExperimentView)
    .query(({ ctx, input }) => showExperiment(ctx, input)),

  draft: command("experiment.draft", { errors: ["EXPERIMENT_RULE"] })
    .input(DraftExperimentInput)
    .output(ExperimentView)
    .mutation(({ ctx, input }) => draftExperiment(ctx, input)),

  start: command("experiment.start", {
    errors: ["EXPERIMENT_RULE", "EXPERIMENT_STATE", "EXPERIMENT_OWN", "EXPERIMENT_RUNNING"],
  })
    .input(ExperimentInput)
    .output(ExperimentView)
    .mutation(({ ctx, input }) => startExperiment(ctx, input)),

  stop: command("experiment.stop", { errors: ["EXPERIMENT_STATE"] })
    .input(StopExperimentInput)
    .output(ExperimentView)
    .mutation(({ ctx, input }) => stopExperiment(ctx, input)),
});

type Routes = typeof routes;
export interface ExperimentRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const experimentRouter: ExperimentRouter = routes;
