import { application, relation } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { isUnderWay } from "../application/under-way.ts";
import type { ReadCtx } from "../context.ts";
import { isSelf } from "../identity/selves.ts";

/**
 * Law 7: the jobs to which the caller has an active application themselves, and who applied there;
 * of one that is not proven to be theirs, only themselves.
 */
export async function ownApplications(ctx: ReadCtx) {
  const none = { jobIds: new Set<string>(), candidateIds: new Set<string>() };
  if (ctx.actor.kind !== "member") return none;
  const own = await ctx.read
    .select({
      jobId: application.jobId,
      candidateId: application.candidateId,
      provenAt: application.provenAt,
    })
    .from(application)
    .innerJoin(
      relation,
      and(
        eq(relation.orgId, application.orgId),
        eq(relation.candidateId, application.candidateId),
        isSelf(ctx.org.id, ctx.actor.memberId),
      ),
    )
    .where(and(eq(application.orgId, ctx.org.id), isUnderWay()));
  if (own.length === 0) return none;
  const jobIds = own.flatMap((row) => (row.provenAt === null ? [] : [row.jobId]));
  const others = await ctx.read
    .select({ candidateId: application.candidateId })
    .from(application)
    .where(and(eq(application.orgId, ctx.org.id), inArray(application.jobId, jobIds)));
  return {
    jobIds: new Set(jobIds),
    candidateIds: new Set([...own, ...others].map((row) => row.candidateId)),
  };
}
