import { plan, planMove, question } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { lockJob } from "./access.ts";
import { currentPlan, draftOf } from "./plan/access.ts";
import { planFacts } from "./plan/facts.ts";
import { contentOf, loadPlan } from "./plan/load.ts";
import { lockStrays, moveToPlan } from "./plan/move.ts";
import { whyNotPlan } from "./plan/rules.ts";
import { todayOf } from "../question/access.ts";
import { whyNotChangeJob } from "./rules.ts";
import { questionIdsOf, refusePayHistory } from "./salary-history.ts";
import type { AdoptPlanInput, JobView } from "./schemas.ts";
import { jobView } from "./show.ts";
import { whyNotDraft, whyNotSavePlan, whyNotVersion } from "./plan/draft-rules.ts";

/**
 * Makes the draft the plan of the job. Applications that entered no interview stage yet go over to
 * it, each in its stage; pinned ones stay with theirs to the end (law 6).
 */
export async function adoptPlan(
  ctx: CommandCtx,
  input: z.infer<typeof AdoptPlanInput>,
): Promise<JobView> {
  const job = await lockJob(ctx, input.jobId);
  const orgId = ctx.org.id;
  refuseIf(whyNotChangeJob(job.state));
  const draft = await draftOf(ctx.tx, orgId, job.id);
  refuseIf(whyNotDraft({ draft: draft !== null }));
  if (draft === null) return refuse("PLAN_NO_DRAFT", {});
  refuseIf(whyNotSavePlan(input.draftId, draft.id));
  const content = contentOf(await loadPlan(ctx.tx, orgId, draft.id, true));
  await keepQuestions(ctx, questionIdsOf(content));
  const { rows, facts } = await planFacts(ctx.tx, orgId, job, await todayOf(ctx));
  refuseIf(whyNotVersion(draft.frameworkVersionId, rows.version));
  refuseIf(whyNotPlan(content, facts));
  await refusePayHistory(ctx, job.locations, questionIdsOf(content));
  const old = await currentPlan(ctx.tx, orgId, job.id);
  if (old !== null) {
    await ctx.tx
      .update(plan)
      .set({ state: "past" })
      .where(and(eq(plan.orgId, orgId), eq(plan.id, old.id), eq(plan.state, "current")));
  }
  const adopted = await ctx.tx
    .update(plan)
    .set({ state: "current", currentSince: ctx.clock })
    .where(and(eq(plan.orgId, orgId), eq(plan.id, draft.id), eq(plan.state, "draft")))
    .returning({ id: plan.id });
  if (adopted.length === 0) return refuse("PLAN_NO_DRAFT", {});
  await ctx.tx
    .update(planMove)
    .set({ state: "dropped" })
    .where(and(eq(planMove.orgId, orgId), eq(planMove.jobId, job.id), eq(planMove.state, "asked")));
  const strays = await lockStrays(ctx, job.id, draft.id, "unpinned");
  await moveToPlan(ctx, strays, draft.id);
  ctx.audit({
    subject: { kind: "plan", id: draft.id },
    before: { jobId: job.id, current: old?.number ?? null },
    after: { jobId: job.id, current: draft.number, moved: strays.map((row) => row.id) },
  });
  return jobView(ctx, job.id);
}

/** Nobody rewords a question while a plan that asks it is being adopted. */
async function keepQuestions(ctx: CommandCtx, ids: readonly string[]): Promise<void> {
  await ctx.tx
    .select({ id: question.id })
    .from(question)
    .where(and(eq(question.orgId, ctx.org.id), inArray(question.id, [...ids])))
    .orderBy(question.id)
    .for("share");
}
