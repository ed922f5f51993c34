import { job } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { toInstant } from "../wire.ts";
import type { Reader } from "./own-interviews.ts";
import type { WaitingItem } from "./schemas.ts";

/** Jobs that the reader began to write and has not opened yet. */
export async function draftJobs(
  ctx: Pick<ReadCtx, "read" | "org">,
  reader: Reader,
): Promise<WaitingItem[]> {
  const rows = await ctx.read
    .select({ jobId: job.id, job: job.title, createdAt: job.createdAt })
    .from(job)
    .where(
      and(eq(job.orgId, ctx.org.id), eq(job.state, "draft"), eq(job.createdBy, reader.memberId)),
    )
    .orderBy(asc(job.createdAt), asc(job.id));
  return rows
    .filter((row) => !reader.jobs.appliedTo.includes(row.jobId))
    .map(({ createdAt, ...row }) => ({
      kind: "job_draft",
      dueAt: null,
      since: toInstant(createdAt),
      ...row,
    }));
}
