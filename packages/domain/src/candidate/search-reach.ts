import { application, candidate, job } from "@rubric/db/schema";
import { and, desc, eq, exists, isNull, lt, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { jobsSeenBy, notOwnApplication } from "../application/visible-jobs.ts";
import type { Member, ReadCtx } from "../context.ts";
import { Id } from "../wire.ts";
import type { Reach } from "./find-people.ts";

/** So many people are asked one by one in less time than their words are gone through. */
const FEW = 3000;

const Ids = z.array(z.object({ id: Id }));

type Within = { after: string | null; limit: number };

/**
 * Whom a member may find: who applied to a job that they see. For a recruiter that is nearly
 * everybody, so each one who was found is asked; for others it is who applied to these few jobs.
 */
export async function reachOf(
  ctx: ReadCtx,
  member: Member,
): Promise<{ newest(within: Within): Promise<string[]>; people(): Promise<Reach> }> {
  const seen = jobsSeenBy(ctx, member);
  const notOwn = notOwnApplication(ctx, member.memberId);
  if (member.roles.includes("recruiter")) {
    const holds = (id: SQL) => appliedTo(ctx, id, and(seen, notOwn));
    return {
      newest: (within) => newestOfAll(ctx, holds, within),
      people: async () => ({ holds }),
    };
  }
  const rows = await ctx.read
    .select({ id: job.id })
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), seen));
  const jobs = sql`any(${sql.param(rows.map(({ id }) => id))}::uuid[])`;
  const theirs = and(eq(application.jobId, jobs), notOwn);
  return {
    newest: (within) => newestOf(ctx, jobs, notOwn, within),
    people: async () => {
      const people = await ctx.read
        .selectDistinct({ id: application.candidateId })
        .from(application)
        .where(and(eq(application.orgId, ctx.org.id), theirs))
        .limit(FEW + 1);
      if (people.length <= FEW) return { ids: people.map(({ id }) => id) };
      return { holds: (id) => appliedTo(ctx, id, theirs) };
    },
  };
}

/** That somebody has such an application. */
function appliedTo(ctx: ReadCtx, id: SQL, such: SQL | undefined): SQL {
  const one = ctx.read
    .select({ one: sql`1` })
    .from(application)
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .where(and(eq(application.orgId, ctx.org.id), eq(application.candidateId, id), such));
  return exists(one);
}

async function newestOfAll(ctx: ReadCtx, holds: (id: SQL) => SQL, { after, limit }: Within) {
  const rows = await ctx.read
    .select({ id: candidate.id })
    .from(candidate)
    .where(
      and(
        eq(candidate.orgId, ctx.org.id),
        isNull(candidate.erasedAt),
        after === null ? undefined : lt(candidate.id, after),
        holds(sql`${candidate.id}`),
      ),
    )
    .orderBy(desc(candidate.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Of each job the newest, and of those the newest. */
async function newestOf(
  ctx: ReadCtx,
  jobs: SQL,
  notOwn: SQL | undefined,
  { after, limit }: Within,
): Promise<string[]> {
  const ofJob = ctx.read
    .selectDistinct({ id: application.candidateId })
    .from(application)
    .innerJoin(
      candidate,
      and(
        eq(candidate.orgId, application.orgId),
        eq(candidate.id, application.candidateId),
        isNull(candidate.erasedAt),
      ),
    )
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.jobId, sql`seen.id`),
        after === null ? undefined : lt(application.candidateId, after),
        notOwn,
      ),
    )
    .orderBy(desc(application.candidateId))
    .limit(limit);
  const rows = await ctx.read.execute(sql`select distinct found.candidate_id as id
    from ${job} seen cross join lateral (${ofJob}) found
    where seen.org_id = ${ctx.org.id} and seen.id = ${jobs} order by 1 desc limit ${limit}`);
  return Ids.parse([...rows]).map(({ id }) => id);
}
