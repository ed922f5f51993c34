import { violatedConstraint } from "@rubric/db";
import { experiment } from "@rubric/db/schema";
import { and, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { findRule } from "../policy/rulebook.ts";
import { raiseEpoch } from "../policy/access.ts";
import { requireExperiment } from "./access.ts";
import { whyNotStart, whyNotVary } from "./rules.ts";
import type { ExperimentInput, ExperimentView } from "./schemas.ts";
import { experimentView } from "./view.ts";

/**
 * draft → running, by another admin than its author. EXPERIMENT_RUNNING where the rule has a running
 * one: of several that start at once the constraint lets one through.
 */
export async function startExperiment(
  ctx: CommandCtx,
  input: z.infer<typeof ExperimentInput>,
): Promise<ExperimentView> {
  if (ctx.actor.kind !== "member") return refuse("FORBIDDEN", {});
  const { memberId } = ctx.actor;
  const row = await requireExperiment(ctx.tx, ctx.org.id, input.experimentId);
  refuseIf(whyNotVary(findRule(row.rule)));
  refuseIf(whyNotStart({ ...row, memberId }));
  const started = await ctx.tx
    .update(experiment)
    .set({ state: "running", startedBy: memberId, startedAt: ctx.clock })
    .where(
      and(
        eq(experiment.orgId, ctx.org.id),
        eq(experiment.id, row.id),
        eq(experiment.state, "draft"),
        ne(experiment.createdBy, memberId),
      ),
    )
    .returning({ id: experiment.id })
    .catch((error: unknown) => {
      if (violatedConstraint(error) !== "experiment_running_key") throw error;
      return refuse("EXPERIMENT_RUNNING", {});
    });
  if (started.length === 0) return refuse("EXPERIMENT_STATE", { state: "running" });
  await raiseEpoch(ctx);
  ctx.audit({
    subject: { kind: "experiment", id: row.id },
    before: { state: row.state },
    after: { state: "running", rule: row.rule },
  });
  return experimentView(ctx, row.id);
}
