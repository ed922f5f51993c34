import { identify, showFairness, showOwnIdentification } from "@rubric/domain/fairness";
import {
  DoneView,
  FairnessView,
  IdentifyInput,
  NoInput,
  OwnIdentificationView,
} from "@rubric/domain/fairness/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  showOwn: query("fairness.showOwn", { errors: ["LINK_INVALID"] })
    .input(NoInput)
    .output(OwnIdentificationView)
    .query(({ ctx }) => showOwnIdentification(ctx)),

  identify: command("fairness.identify", { errors: ["LINK_INVALID", "NOT_ASKED"] })
    .input(IdentifyInput)
    .output(DoneView)
    .mutation(({ ctx, input }) => identify(ctx, input)),

  show: query("fairness.show", { errors: ["FAIRNESS_DECIDER"] })
    .input(NoInput)
    .output(FairnessView)
    .query(({ ctx }) => showFairness(ctx)),
});

type Routes = typeof routes;
export interface FairnessRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const fairnessRouter: FairnessRouter = routes;
