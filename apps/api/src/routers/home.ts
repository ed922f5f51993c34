import { showHome } from "@rubric/domain/home";
import { HomeView, ShowHomeInput } from "@rubric/domain/home/schemas";
import { query, router } from "../procedure.ts";

const routes = router({
  show: query("home.show", { errors: [] })
    .input(ShowHomeInput)
    .output(HomeView)
    .query(({ ctx }) => showHome(ctx)),
});

type Routes = typeof routes;
export interface HomeRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const homeRouter: HomeRouter = routes;
