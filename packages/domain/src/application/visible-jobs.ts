import { application, hiringTeam, job, relation } from "@rubric/db/schema";
import { and, eq, exists, inArray, isNotNull, notExists, or, sql, type SQL } from "drizzle-orm";
import type { Member, ReadCtx } from "../context.ts";
import { isHeldDuty } from "../held-duty.ts";
import { isSelf } from "../identity/selves.ts";
import { isUnderWay } from "./under-way.ts";

const SEEING = ["recruiter", "hiring_manager", "substitute", "coordinator"] as const;

/**
 * The jobs whose candidates a member may look for, as a condition on `job`: those whose team they
 * lead or schedule for, and for recruiters every job that is not confidential; never one to which
 * they apply themselves (law 7).
 */
export function jobsSeenBy(ctx: Pick<ReadCtx, "read" | "org">, member: Member): SQL | undefined {
  const onTeam = exists(
    ctx.read
      .select({ one: sql`1` })
      .from(hiringTeam)
      .where(
        and(
          eq(hiringTeam.orgId, ctx.org.id),
          eq(hiringTeam.jobId, job.id),
          eq(hiringTeam.memberId, member.memberId),
          inArray(hiringTeam.duty, [...SEEING]),
          isHeldDuty(),
        ),
      ),
  );
  const recruits = member.roles.includes("recruiter");
  return and(
    recruits ? or(onTeam, eq(job.confidential, false)) : onTeam,
    notExists(ownApplicationTo(ctx, member)),
  );
}

/**
 * That the `application` of the query around it is none under way of the member themselves (law 7):
 * they see nothing of it even before it is proven to be theirs and hides its job.
 */
export function notOwnApplication(orgId: string | SQL, memberId: string | SQL): SQL {
  return sql`(not exists (
    select from ${relation}
    where ${isSelf(orgId, memberId)} and ${relation.candidateId} = ${application.candidateId}
  ) or not ${isUnderWay()})`;
}

/** Who the member is as a candidate, as ids; of nearly all members nobody. */
export function ownCandidates(orgId: string, memberId: string): SQL {
  return sql`select ${relation.candidateId} from ${relation} where ${isSelf(orgId, memberId)}`;
}

/**
 * That an application hides its job from the member whose own it is (law 7): it is under way as far
 * as they know, and a link sent to its address was opened.
 */
export function hidesJob(): SQL | undefined {
  return and(isNotNull(application.provenAt), isUnderWay());
}

/** The member's own application that hides the `job` of the query around it (law 7). */
export function ownApplicationTo(ctx: Pick<ReadCtx, "read" | "org">, member: Member) {
  return ctx.read
    .select({ one: sql`1` })
    .from(relation)
    .innerJoin(
      application,
      and(
        eq(application.orgId, relation.orgId),
        eq(application.candidateId, relation.candidateId),
        hidesJob(),
      ),
    )
    .where(and(isSelf(ctx.org.id, member.memberId), eq(application.jobId, job.id)));
}
