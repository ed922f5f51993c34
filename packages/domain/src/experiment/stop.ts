import { experiment } from "@rubric/db/schema";
import { and, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { raiseEpoch } from "../policy/access.ts";
import { requireExperiment } from "./access.ts";
import { whyNotStop } from "./rules.ts";
import type { ExperimentView, StopExperimentInput } from "./schemas.ts";
import { experimentView } from "./view.ts";

/** draft, running → stopped, for good and with a reason: what it found is counted up to here. */
export async function stopExperiment(
  ctx: CommandCtx,
  input: z.infer<typeof StopExperimentInput>,
): Promise<ExperimentView> {
  if (ctx.actor.kind !== "member") return refuse("FORBIDDEN", {});
  const { memberId } = ctx.actor;
  const row = await requireExperiment(ctx.tx, ctx.org.id, input.experimentId);
  refuseIf(whyNotStop(row));
  const stopped = await ctx.tx
    .update(experiment)
    .set({
      state: "stopped",
      stoppedBy: memberId,
      stoppedAt: ctx.clock,
      stopReason: input.reason,
    })
    .where(
      and(
        eq(experiment.orgId, ctx.org.id),
        eq(experiment.id, row.id),
        ne(experiment.state, "stopped"),
      ),
    )
    .returning({ id: experiment.id });
  if (stopped.length === 0) return refuse("EXPERIMENT_STATE", { state: "stopped" });
  await raiseEpoch(ctx);
  ctx.audit({
    subject: { kind: "experiment", id: row.id },
    before: { state: row.state },
    after: { state: "stopped", reason: input.reason },
  });
  return experimentView(ctx, row.id);
}
