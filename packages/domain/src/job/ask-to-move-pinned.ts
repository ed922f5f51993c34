import { newId } from "@rubric/db";
import { planMove } from "@rubric/db/schema";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { lockJob } from "./access.ts";
import { askedMove, pinnedElsewhere } from "./pins.ts";
import { currentPlan } from "./plan/access.ts";
import { whyNotAskMove, whyNotChangeJob } from "./rules.ts";
import type { JobReasonInput, JobView } from "./schemas.ts";
import { jobView } from "./show.ts";

/** Asks for a second person to move all pinned applications of the job to its plan of now (law 6). */
export async function askToMovePinned(
  ctx: CommandCtx,
  input: z.infer<typeof JobReasonInput>,
): Promise<JobView> {
  const job = await lockJob(ctx, input.jobId);
  const orgId = ctx.org.id;
  refuseIf(whyNotChangeJob(job.state));
  const current = await currentPlan(ctx.tx, orgId, job.id);
  const asked = await askedMove(ctx.tx, orgId, job.id);
  const pinned = await pinnedElsewhere(ctx.tx, orgId, job.id);
  refuseIf(
    whyNotAskMove({
      pinned: pinned.reduce((sum, one) => sum + one.applications, 0),
      asked: asked === null ? null : { byId: asked.move.askedBy, by: asked.by },
    }),
  );
  if (current === null) return refuse("MOVE_NEEDLESS", {});
  const id = newId();
  await ctx.tx.insert(planMove).values({
    orgId,
    id,
    jobId: job.id,
    planId: current.id,
    state: "asked",
    reason: input.reason,
    askedBy: requireMember(ctx).memberId,
    askedAt: ctx.clock,
  });
  ctx.audit({
    subject: { kind: "job", id: job.id },
    after: { moveId: id, toPlan: current.number, reason: input.reason, pinned },
  });
  return jobView(ctx, job.id);
}
