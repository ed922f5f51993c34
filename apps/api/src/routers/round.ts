import { listRounds, openRound, showRaters } from "@rubric/domain/round";
import { NoInput, OpenRoundInput, RatersView, RoundsView } from "@rubric/domain/round/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  list: query("round.list", { errors: [] })
    .input(NoInput)
    .output(RoundsView)
    .query(({ ctx }) => listRounds(ctx)),

  open: command("round.open", { errors: ["ROUND_OPEN", "REVIEW_DUE"] })
    .input(OpenRoundInput)
    .output(RoundsView)
    .mutation(({ ctx, input }) => openRound(ctx, input)),

  showRaters: query("round.showRaters", { errors: [] })
    .input(NoInput)
    .output(RatersView)
    .query(({ ctx }) => showRaters(ctx)),
});

type Routes = typeof routes;
export interface RoundRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const roundRouter: RoundRouter = routes;
