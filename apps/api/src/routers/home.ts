import { showHome } from "@rubric/domain/home";
import { HomeView, ShowHomeInput } from "@rubric/domain/home/schemas";
import { query, router } from "../procedure.ts";

export const homeRouter = router({
  show: query("home.show", { errors: [] })
    .input(ShowHomeInput)
    .output(HomeView)
    .query(({ ctx }) => showHome(ctx)),
});
