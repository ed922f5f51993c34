import { application, candidate, job, member } from "@rubric/db/schema";
import { and, desc, eq, isNull, notExists, sql } from "drizzle-orm";
import type { z } from "zod";
import { notOwnApplication } from "../application/visible-jobs.ts";
import type { ReadCtx } from "../context.ts";
import { requireMember } from "../identity/access.ts";
import { toInstant } from "../wire.ts";
import type { HiredView } from "./schemas.ts";

const MOST = 100;

/** Who was hired and is no member yet: by name and job, for who invites them. */
export async function listHired(ctx: ReadCtx): Promise<z.infer<typeof HiredView>> {
  const rows = await ctx.read
    .select({
      applicationId: application.id,
      name: candidate.name,
      job: job.title,
      hiredAt: application.endedAt,
    })
    .from(application)
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.state, "hired"),
        isNull(candidate.erasedAt),
        notOwnApplication(ctx.org.id, requireMember(ctx).memberId),
        notExists(
          ctx.read
            .select({ one: sql`1` })
            .from(member)
            .where(and(eq(member.orgId, ctx.org.id), eq(member.candidateId, candidate.id))),
        ),
      ),
    )
    .orderBy(desc(application.endedAt), desc(application.id))
    .limit(MOST);
  return {
    hired: rows.map(({ hiredAt, ...row }) => ({
      ...row,
      hiredAt: toInstant(hiredAt ?? ctx.clock),
    })),
  };
}
