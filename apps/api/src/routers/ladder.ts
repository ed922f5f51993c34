import { compareLadder, listTeam, place, showLadder } from "@rubric/domain/ladder";
import {
  CompareLevelsInput,
  ComparedLevelsView,
  LadderView,
  NoInput,
  PlaceInput,
  ShowLadderInput,
  TeamView,
} from "@rubric/domain/ladder/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  listTeam: query("ladder.listTeam", { errors: [] })
    .input(NoInput)
    .output(TeamView)
    .query(({ ctx }) => listTeam(ctx)),

  show: query("ladder.show", { errors: [] })
    .input(ShowLadderInput)
    .output(LadderView)
    .query(({ ctx, input }) => showLadder(ctx, input)),

  compare: query("ladder.compare", { errors: [] })
    .input(CompareLevelsInput)
    .output(ComparedLevelsView)
    .query(({ ctx, input }) => compareLadder(ctx, input)),

  place: command("ladder.place", { errors: [] })
    .input(PlaceInput)
    .output(LadderView)
    .mutation(({ ctx, input }) => place(ctx, input)),
});

type Routes = typeof routes;
export interface LadderRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const ladderRouter: LadderRouter = routes;
