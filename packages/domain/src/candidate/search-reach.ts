import { application, candidate, job } from "@rubric/db/schema";
import { and, desc, eq, exists, isNull, lt, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { jobsSeenBy, notOwnApplication, ownCandidates } from "../application/visible-jobs.ts";
import type { Member, ReadCtx } from "../context.ts";
import { Id } from "../wire.ts";
import type { Reach } from "./find-people.ts";

/** So many people are asked one by one in less time than their words are gone through. */
const FEW = 3000;
/** So many are read and told apart from all others by it; of more, each one who was found is asked. */
const SOME = 20_000;

/** Nobody has as many applications. */
const MOST = 10_000;

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
  const notOwn = notOwnApplication(ctx.org.id, member.memberId);
  if (member.roles.includes("recruiter")) {
    const holds = (id: SQL) => appliedTo(ctx, id, notOwn, seen);
    return {
      newest: (within) => newestOfAll(ctx, holds, within),
      people: async () => ({ holds }),
    };
  }
  const rows = await ctx.read
    .select({ id: job.id })
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), seen));
  const jobs = sql`${sql.param(rows.map(({ id }) => id))}::uuid[]`;
  return {
    newest: (within) => newestOf(ctx, jobs, notOwn, within),
    people: async () => {
      const many = await countOf(ctx, jobs, SOME + 1);
      if (many > SOME) {
        return {
          holds: (id) => appliedTo(ctx, id, and(eq(application.jobId, sql`any(${jobs})`), notOwn)),
        };
      }
      const among = someOf(ctx, member, jobs, SOME);
      if (many > FEW) return { among };
      const found = Ids.parse([...(await ctx.read.execute(among))]);
      return { ids: [...new Set(found.map(({ id }) => id))] };
    },
  };
}

/** Who applied to these jobs, at most so many: by `rubric_reader` out of the index alone, but for who is the member. */
function someOf(ctx: ReadCtx, { memberId }: Member, jobs: SQL, most: number): SQL {
  const own = sql`array(${ownCandidates(ctx.org.id, memberId)})`;
  // Job by job, so that it ends when there are enough.
  const others = ctx.read
    .select({ id: application.candidateId })
    .from(application)
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.jobId, sql`seen.id`),
        sql`${application.candidateId} <> all(${own})`,
      ),
    )
    .limit(most);
  const theirs = applicationsOfPerson(ctx, sql`person.id`);
  const themselves = ctx.read
    .select({ id: theirs.candidateId })
    .from(sql`unnest(${own}) person (id)`)
    .crossJoinLateral(theirs)
    .where(and(sql`${theirs.jobId} = any(${jobs})`, notOwnApplication(ctx.org.id, memberId)));
  return sql`select found.candidate_id as id
    from unnest(${jobs}) seen (id) cross join lateral (${others}) found
    union all (${themselves}) limit ${most}`;
}

const Many = z.tuple([z.object({ many: z.number() })]);

/** How many applied to these jobs, at most so many: by `rubric_reader` out of the index alone. */
async function countOf(ctx: ReadCtx, jobs: SQL, most: number): Promise<number> {
  const ofJob = ctx.read
    .select({ one: sql`1` })
    .from(application)
    .where(and(eq(application.orgId, ctx.org.id), eq(application.jobId, sql`seen.id`)))
    .limit(most);
  const rows = await ctx.read.execute(sql`select count(*)::int as many from (
    select from unnest(${jobs}) seen (id) cross join lateral (${ofJob}) found limit ${most}) one`);
  return Many.parse([...rows])[0].many;
}

/**
 * Somebody's applications, under the table's own name. Their limit has them read first, person by
 * person: otherwise all jobs are gone through for each person, or all applications for all.
 */
export function applicationsOfPerson(ctx: Pick<ReadCtx, "read" | "org">, id: SQL) {
  return ctx.read
    .select()
    .from(application)
    .where(and(eq(application.orgId, ctx.org.id), eq(application.candidateId, id)))
    .limit(MOST)
    .as("application");
}

/** That somebody has such an application, to such a job. */
function appliedTo(ctx: ReadCtx, id: SQL, such: SQL | undefined, to?: SQL): SQL {
  const theirs = applicationsOfPerson(ctx, id);
  const seen = ctx.read
    .select({ one: sql`1` })
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), eq(job.id, theirs.jobId), to))
    .limit(1);
  const one = ctx.read
    .select({ one: sql`1` })
    .from(theirs)
    .where(and(such, to === undefined ? undefined : exists(seen)));
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
    from unnest(${jobs}) seen (id) cross join lateral (${ofJob}) found
    order by 1 desc limit ${limit}`);
  return Ids.parse([...rows]).map(({ id }) => id);
}
