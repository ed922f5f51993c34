import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockJob } from "./access.ts";
import { draftOf, nextPlanNumber } from "./plan/access.ts";
import { planFacts } from "./plan/facts.ts";
import { contentOf, loadPlan } from "./plan/load.ts";
import { whyNotPlan } from "./plan/rules.ts";
import { deleteDraft, writePlan } from "./plan/write.ts";
import { todayOf } from "../question/access.ts";
import { whyNotChangeJob } from "./rules.ts";
import { questionIdsOf, refusePayHistory } from "./salary-history.ts";
import type { JobView, SavePlanInput } from "./schemas.ts";
import { jobView } from "./show.ts";
import { whyNotSavePlan, whyNotVersion } from "./plan/draft-rules.ts";

/**
 * Writes the whole draft of a job's rubric and interview plan anew. Nothing of it counts before it
 * is adopted. Refused if someone else saved one meanwhile.
 */
export async function savePlan(
  ctx: CommandCtx,
  input: z.infer<typeof SavePlanInput>,
): Promise<JobView> {
  const job = await lockJob(ctx, input.jobId);
  const orgId = ctx.org.id;
  refuseIf(whyNotChangeJob(job.state));
  const draft = await draftOf(ctx.tx, orgId, job.id);
  refuseIf(whyNotSavePlan(input.draftId, draft?.id ?? null));
  const { rows, facts } = await planFacts(ctx.tx, orgId, job, await todayOf(ctx));
  refuseIf(whyNotVersion(input.frameworkVersionId, rows.version));
  refuseIf(whyNotPlan(input.plan, facts));
  await refusePayHistory(ctx, job.locations, questionIdsOf(input.plan));
  const before = draft && contentOf(await loadPlan(ctx.tx, orgId, draft.id, true));
  if (draft !== null) await deleteDraft(ctx.tx, orgId, draft.id);
  const number = draft?.number ?? (await nextPlanNumber(ctx.tx, orgId, job.id));
  const planId = await writePlan(
    ctx.tx,
    { orgId, jobId: job.id, number, at: ctx.clock },
    rows,
    input.plan,
  );
  ctx.audit({
    subject: { kind: "plan", id: planId },
    before: { jobId: job.id, plan: before },
    after: { jobId: job.id, number, frameworkVersionId: rows.version.id, plan: input.plan },
  });
  return jobView(ctx, job.id);
}
