import {
  addSource,
  enterFigure,
  fetchFigures,
  listSources,
  removeSource,
  setLogin,
  setSource,
  setSourceSecret,
} from "@rubric/domain/metric";
import {
  AddSourceInput,
  EnterFigureInput,
  FetchAskedView,
  FetchFiguresInput,
  FigureView,
  LoginView,
  NoInput,
  RemoveSourceInput,
  SetLoginInput,
  SetSourceInput,
  SetSourceSecretInput,
  SourcesView,
  SourceView,
} from "@rubric/domain/metric/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  enter: command("metric.enter", { errors: ["METRIC_FIGURE"] })
    .input(EnterFigureInput)
    .output(FigureView)
    .mutation(({ ctx, input }) => enterFigure(ctx, input)),

  setLogin: command("metric.setLogin", { errors: ["METRIC_LOGIN_TAKEN"] })
    .input(SetLoginInput)
    .output(LoginView)
    .mutation(({ ctx, input }) => setLogin(ctx, input)),

  fetch: command("metric.fetch", { errors: ["METRIC_UNMAPPED", "METRIC_WAITS"] })
    .input(FetchFiguresInput)
    .output(FetchAskedView)
    .mutation(({ ctx, input }) => fetchFigures(ctx, input)),

  listSources: query("metric.listSources", { errors: [] })
    .input(NoInput)
    .output(SourcesView)
    .query(({ ctx }) => listSources(ctx)),

  addSource: command("metric.addSource", { errors: ["METRIC_SOURCE", "METRIC_SOURCE_LIMIT"] })
    .input(AddSourceInput)
    .output(SourceView)
    .mutation(({ ctx, input }) => addSource(ctx, input)),

  setSource: command("metric.setSource", { errors: ["METRIC_SOURCE_STATE"] })
    .input(SetSourceInput)
    .output(SourceView)
    .mutation(({ ctx, input }) => setSource(ctx, input)),

  setSourceSecret: command("metric.setSourceSecret", { errors: [] })
    .input(SetSourceSecretInput)
    .output(SourceView)
    .mutation(({ ctx, input }) => setSourceSecret(ctx, input)),

  removeSource: command("metric.removeSource", { errors: [] })
    .input(RemoveSourceInput)
    .output(SourceView)
    .mutation(({ ctx, input }) => removeSource(ctx, input)),
});

type Routes = typeof routes;
export interface MetricRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const metricRouter: MetricRouter = routes;
