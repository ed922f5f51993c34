import { type Given, prepared, together } from "@rubric/db";
import { application, candidate, job } from "@rubric/db/schema";
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

const found = prepared((db, of: Given<{ orgId: string; id: string }>) =>
  db
    .select({ row: application, job, person: candidate })
    .from(application)
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .where(and(eq(application.orgId, of.orgId), eq(application.id, of.id))),
);

/**
 * One application, cut to what the reader's duties show: interviewers see no contact details, no
 * pay and no other application, and nobody what is sealed to them.
 */
export async function showApplication(
  ctx: ReadCtx,
  input: z.infer<typeof ShowApplicationInput>,
): Promise<ApplicationView> {
  const [known] = await found(ctx.read, { orgId: ctx.org.id, id: input.applicationId });
  if (known === undefined) return refuse("NOT_FOUND", {});
  const { row, job: of, person } = known;
  const leads = ctx.duties.has("job_recruiter") || ctx.duties.has("job_manager");
  const sees = {
    leads,
    pipeline: leads || ctx.duties.has("other_recruiter"),
    papers: leads || ctx.duties.has("other_recruiter") || ctx.duties.has("assigned"),
    recruits: ctx.duties.has("job_recruiter"),
  };
  const ended = row.state !== "active" && row.state !== "on_hold";
  const [at, whom, shown, adjustments, others, planned, letter, duplicates, transferTo] =
    await together([
      placeOne(ctx, of, row),
      personView(ctx, row, person, sees),
      sees.pipeline ? rangesView(ctx, row.id) : { range: null, ranges: [] },
      adjustmentsView(ctx, row.id, sees),
      sees.pipeline ? othersView(ctx, row) : [],
      ctx.duties.has("job_manager") ? plannedView(ctx, row.stageId) : [],
      leads && row.state === "rejected" ? rejectionMail(ctx, row.id) : null,
      leads ? duplicatesOf(ctx, row) : [],
      sees.recruits && !ended ? transferView(ctx, row) : [],
    ]);
  const [stages, relations, timeline, feedback, rejections, may] = await together([
    stagesView(ctx, at),
    sees.pipeline ? relationsView(ctx, at) : [],
    timelineOf(ctx, row.id, at.seal),
    leads && at.seal.blind === null ? feedbackView(ctx, row.id) : null,
    leads ? rejectionsView(ctx, at, of.state, duplicates.length) : [],
    mayView(ctx, at, of.state, adjustments, planned),
  ]);
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
    ...whom,
    ...shown,
    adjustments,
    relations,
    others,
    stages,
    next: nextStepOf(ctx, at),
    owes: owedView(ctx, at, stages, leads ? adjustments : []),
    timeline,
    feedback,
    mailLeavesAt: letter?.state === "queued" ? toInstant(letter.sendAfter) : null,
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
    rejections,
    duplicates: duplicates.map((one) => ({ ...one, createdAt: toInstant(one.createdAt) })),
    transferTo,
    planned,
    may,
  };
}
