import { application, deadline, job } from "@rubric/db/schema";
import { and, desc, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { beginDeadline, isSome } from "./begin.ts";
import { meetDeadlines } from "./end.ts";
import { timeZoneOf } from "./facts.ts";
import { sourcesOf } from "./sources.ts";

/**
 * Begins the time within which a candidate who asked for their data has it, where a law of the
 * places of their last application sets one (GDPR, article 12). One that runs goes on.
 */
export async function beginAccess(ctx: CommandCtx, candidateId: string): Promise<void> {
  const [last] = await ctx.tx
    .select({ jobId: job.id, regions: job.locations })
    .from(application)
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .where(and(eq(application.orgId, ctx.org.id), eq(application.candidateId, candidateId)))
    .orderBy(desc(application.createdAt), desc(application.id))
    .limit(1);
  if (last === undefined) return;
  const timeZone = await timeZoneOf(ctx);
  const wanted = { kind: "access_request" as const, startsAt: ctx.clock };
  const setBy = await sourcesOf(ctx, wanted, { regions: last.regions, timeZone });
  if (!isSome(setBy)) return;
  await beginDeadline(ctx, {
    ...wanted,
    subjectId: candidateId,
    origin: ctx.clock.toISOString(),
    setBy,
    jobId: last.jobId,
    applicationId: null,
    candidateId,
    timeZone,
  });
}

/** The candidate has their data: every request of theirs is answered. */
export async function meetAccess(ctx: CommandCtx, candidateId: string): Promise<void> {
  await meetDeadlines(
    ctx,
    and(eq(deadline.kind, "access_request"), eq(deadline.candidateId, candidateId)),
  );
}
