import { erase } from "@rubric/domain/retention";
import { EraseInput, ErasureView } from "@rubric/domain/retention/schemas";
import { command, router } from "../procedure.ts";

export const retentionRouter = router({
  erase: command("retention.erase", { errors: ["CANDIDATE_ERASED", "ERASURE_RUNNING"] })
    .input(EraseInput)
    .output(ErasureView)
    .mutation(({ ctx, input }) => erase(ctx, input)),
});
