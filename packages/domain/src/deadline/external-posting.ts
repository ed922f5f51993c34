import { job } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { beginDeadline, isSome } from "./begin.ts";
import { timeZoneOf } from "./facts.ts";
import { sourcesOf } from "./sources.ts";

/**
 * Begins the time within which one's own staff hears of a job that is posted outside, where a law of
 * its places sets one (Illinois); once for a job, however often its post is published.
 */
export async function beginPosting(ctx: CommandCtx, jobId: string): Promise<void> {
  const [row] = await ctx.tx
    .select({ regions: job.locations })
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), eq(job.id, jobId)));
  if (row === undefined) return;
  const timeZone = await timeZoneOf(ctx);
  const wanted = { kind: "promotion_notice" as const, startsAt: ctx.clock };
  const setBy = await sourcesOf(ctx, wanted, { regions: row.regions, timeZone });
  if (!isSome(setBy)) return;
  await beginDeadline(ctx, {
    ...wanted,
    subjectId: jobId,
    origin: "posted",
    setBy,
    jobId,
    applicationId: null,
    candidateId: null,
    timeZone,
  });
}
