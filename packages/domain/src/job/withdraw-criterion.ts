import { competency, criterion, plan } from "@rubric/db/schema";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { lockJob } from "./access.ts";
import type { JobView, WithdrawCriterionInput } from "./schemas.ts";
import { jobView } from "./show.ts";
import { whyNotWithdrawCriterion } from "./plan/draft-rules.ts";

/**
 * Takes a criterion that may not be used out of the job at once: of every plan that names its
 * competency, of pinned applications too (law 6). It cannot come back into this job.
 */
export async function withdrawCriterion(
  ctx: CommandCtx,
  input: z.infer<typeof WithdrawCriterionInput>,
): Promise<JobView> {
  const job = await lockJob(ctx, input.jobId);
  const orgId = ctx.org.id;
  const ofJob = ctx.tx
    .select({
      id: criterion.id,
      key: competency.key,
      name: competency.name,
      withdrawnAt: criterion.withdrawnAt,
    })
    .from(criterion)
    .innerJoin(plan, and(eq(plan.orgId, criterion.orgId), eq(plan.id, criterion.planId)))
    .innerJoin(
      competency,
      and(eq(competency.orgId, criterion.orgId), eq(competency.id, criterion.competencyId)),
    )
    .where(and(eq(criterion.orgId, orgId), eq(plan.jobId, job.id)));
  const rows = await ofJob;
  const named = rows.find((row) => row.id === input.criterionId);
  if (named === undefined) return refuse("NOT_FOUND", {});
  const { name } = named;
  refuseIf(whyNotWithdrawCriterion({ name, withdrawn: named.withdrawnAt !== null }));
  const ids = rows.filter((row) => row.key === named.key).map((row) => row.id);
  await ctx.tx
    .update(criterion)
    .set({ withdrawnAt: ctx.clock, withdrawnReason: input.reason })
    .where(
      and(eq(criterion.orgId, orgId), inArray(criterion.id, ids), isNull(criterion.withdrawnAt)),
    );
  ctx.audit({
    subject: { kind: "criterion", id: named.id },
    after: { jobId: job.id, competency: named.key, reason: input.reason, withdrawn: ids },
  });
  return jobView(ctx, job.id);
}
