import { application, candidate, stage } from "@rubric/db/schema";
import { and, asc, eq, gt, or } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { toInstant } from "../wire.ts";
import type { ApplicationListView, ListApplicationsInput } from "./schemas.ts";
import { notOwnApplication } from "./visible-jobs.ts";

const PAGE = 25;

/**
 * Applications to a job in one state, of one stage or of all, 25 a page: who entered their stage
 * first comes first. Nothing that judges a candidate is in it (law 1), and nobody finds their own
 * (law 7).
 */
export async function listApplications(
  ctx: ReadCtx,
  { jobId, stageId, state, cursor }: z.infer<typeof ListApplicationsInput>,
): Promise<ApplicationListView> {
  const rows = await ctx.read
    .select({
      applicationId: application.id,
      candidateId: application.candidateId,
      name: candidate.name,
      headline: candidate.headline,
      stageId: application.stageId,
      stage: stage.name,
      state: application.state,
      source: application.source,
      createdAt: application.createdAt,
      enteredStageAt: application.enteredStageAt,
      nextWordAt: application.nextWordAt,
    })
    .from(application)
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .innerJoin(stage, and(eq(stage.orgId, application.orgId), eq(stage.id, application.stageId)))
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.jobId, jobId),
        eq(application.state, state),
        stageId === null ? undefined : eq(application.stageId, stageId),
        cursor == null ? undefined : after(cursor),
        ctx.actor.kind === "member" ? notOwnApplication(ctx, ctx.actor.memberId) : undefined,
      ),
    )
    .orderBy(asc(application.enteredStageAt), asc(application.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    applications: page.map((row) => ({
      ...row,
      createdAt: toInstant(row.createdAt),
      enteredStageAt: toInstant(row.enteredStageAt),
      nextWordAt: toInstant(row.nextWordAt),
    })),
    nextCursor:
      rows.length > PAGE && last !== undefined
        ? `${toInstant(last.enteredStageAt)}_${last.applicationId}`
        : null,
  };
}

/** Who comes after the last of a page: an instant, and the id that settles a tie. */
function after(cursor: string) {
  const [at = "", id = ""] = cursor.split("_");
  const entered = new Date(at);
  return or(
    gt(application.enteredStageAt, entered),
    and(eq(application.enteredStageAt, entered), gt(application.id, id)),
  );
}
