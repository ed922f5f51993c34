import { job } from "@rubric/db/schema";
import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import type { DeadlineReader } from "./visible.ts";

const MOST = 200;

/** The jobs that a member may write a deadline down for, by title. */
export async function recordableJobs(
  ctx: Pick<ReadCtx, "read" | "org">,
  { jobs }: Pick<DeadlineReader, "jobs">,
): Promise<{ jobId: string; title: string }[]> {
  if (jobs.leads.size === 0) return [];
  return ctx.read
    .select({ jobId: job.id, title: job.title })
    .from(job)
    .where(
      and(eq(job.orgId, ctx.org.id), inArray(job.id, [...jobs.leads]), ne(job.state, "closed")),
    )
    .orderBy(asc(job.title))
    .limit(MOST);
}
