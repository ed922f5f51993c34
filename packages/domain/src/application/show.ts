import { application, job } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { explain, refuse } from "../errors.ts";
import { toInstant } from "../wire.ts";
import { nextStepOf } from "./board.ts";
import { movesOf } from "./moves.ts";
import { placeOne } from "./placed.ts";
import { duplicatesOf } from "./reject-facts.ts";
import { rejectionMail } from "./rejection-mail.ts";
import { isWordDue } from "./rules.ts";
import type { ApplicationView, ShowApplicationInput } from "./schemas.ts";
import { feedbackView } from "./show-feedback.ts";
import { mayView, rejectionsView } from "./show-may.ts";
import { owedView } from "./show-owed.ts";
import { adjustmentsView, personView, rangesView, relationsView } from "./show-person.ts";
import { othersView, transferView } from "./show-others.ts";
import { plannedView, stagesView } from "./show-stages.ts";
import { sealedBy, timelineOf } from "./timeline.ts";

/**
 * One application, cut to what the reader's duties show: interviewers see no contact details, no
 * pay and no other application, and nobody what is sealed to them.
 */
export async function showApplication(
  ctx: ReadCtx,
  input: z.infer<typeof ShowApplicationInput>,
): Promise<ApplicationView> {
  const [found] = await ctx.read
    .select({ row: application, job })
    .from(application)
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .where(and(eq(application.orgId, ctx.org.id), eq(application.id, input.applicationId)));
  if (found === undefined) return refuse("NOT_FOUND", {});
  const { row, job: of } = found;
  const at = await placeOne(ctx, of, row);
  const leads = ctx.duties.has("job_recruiter") || ctx.duties.has("job_manager");
  const sees = {
    leads,
    pipeline: leads || ctx.duties.has("other_recruiter"),
    papers: leads || ctx.duties.has("other_recruiter") || ctx.duties.has("assigned"),
    recruits: ctx.duties.has("job_recruiter"),
  };
  const stages = await stagesView(ctx, at);
  const adjustments = await adjustmentsView(ctx, row.id, sees);
  const planned = ctx.duties.has("job_manager") ? await plannedView(ctx, at.stage.id) : [];
  const letter = leads ? await rejectionMail(ctx, row.id) : null;
  const duplicates = leads ? await duplicatesOf(ctx, row) : [];
  const ended = row.state !== "active" && row.state !== "on_hold";
  const sealed = sealedBy(ctx, at.seal, row.id, row.stageId, null);
  return {
    id: row.id,
    state: row.state,
    endedFor: ended && sealed === null ? row.stateReason : null,
    source: row.source,
    createdAt: toInstant(row.createdAt),
    enteredStageAt: toInstant(row.enteredStageAt),
    endedAt: toInstant(row.endedAt),
    nextWordAt: toInstant(row.nextWordAt),
    late: row.nextWordAt !== null && row.nextWordAt < ctx.clock,
    wordDue: isWordDue(row.nextWordAt, ctx.clock),
    pinned: row.pinnedAt !== null,
    job: { id: of.id, title: of.title, state: of.state, levelKey: of.levelKey },
    stage: { id: at.stage.id, name: at.stage.name, kind: at.stage.kind },
    ...(await personView(ctx, row, sees)),
    ...(sees.pipeline ? await rangesView(ctx, row.id) : { range: null, ranges: [] }),
    adjustments,
    relations: sees.pipeline ? await relationsView(ctx, at) : [],
    others: sees.pipeline ? await othersView(ctx, row) : [],
    stages,
    next: nextStepOf(ctx, at),
    owes: owedView(ctx, at, stages, leads ? adjustments : []),
    timeline: await timelineOf(ctx, row.id, at.seal),
    feedback: leads && at.seal.blind === null ? await feedbackView(ctx, row.id) : null,
    mailLeavesAt:
      row.state === "rejected" && letter?.state === "queued" ? toInstant(letter.sendAfter) : null,
    moves: movesOf(ctx, at).flatMap(({ to, how, denial }) =>
      how === "decide" || !ctx.duties.has("job_manager")
        ? []
        : [
            {
              stageId: to.id,
              name: to.name,
              how,
              refused: denial === null ? null : explain(denial),
            },
          ],
    ),
    rejections: leads ? await rejectionsView(ctx, at, of.state, duplicates.length) : [],
    duplicates: duplicates.map((one) => ({ ...one, createdAt: toInstant(one.createdAt) })),
    transferTo: sees.recruits && !ended ? await transferView(ctx, row) : [],
    planned,
    may: await mayView(ctx, at, of.state, adjustments, planned),
  };
}
