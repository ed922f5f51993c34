import { job } from "@rubric/db/schema";
import { and, asc, eq, notExists } from "drizzle-orm";
import { ownApplicationTo } from "../application/visible-jobs.ts";
import type { Member, ReadCtx } from "../context.ts";
import { whyNotAllowed } from "../may.ts";
import type { HomeView } from "./schemas.ts";

const MOST = 200;

/**
 * The open jobs that a member may refer someone for, by title: confidential ones are for their
 * teams, and one to which the member applies themselves is not shown to them (law 7).
 */
export async function jobsToReferTo(ctx: ReadCtx, member: Member): Promise<HomeView["referTo"]> {
  if (whyNotAllowed("candidate.refer", ctx.duties) !== null) return [];
  return ctx.read
    .select({ jobId: job.id, title: job.title })
    .from(job)
    .where(
      and(
        eq(job.orgId, ctx.org.id),
        eq(job.state, "open"),
        eq(job.confidential, false),
        notExists(ownApplicationTo(ctx, member)),
      ),
    )
    .orderBy(asc(job.title))
    .limit(MOST);
}
