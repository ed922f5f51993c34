import { candidate, hiringTeam, job, stage } from "@rubric/db/schema";
import { and, asc, desc, eq, inArray, isNull, notExists, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { jobsSeenBy, notOwnApplication, ownApplicationTo } from "../application/visible-jobs.ts";
import type { Member, ReadCtx } from "../context.ts";
import { isHeldDuty } from "../held-duty.ts";
import { requireMember } from "../identity/access.ts";
import { toInstant } from "../wire.ts";
import { readAsked } from "./asked-words.ts";
import { findPeople } from "./find-people.ts";
import { seesContact } from "./rules.ts";
import { applicationsOfPerson, reachOf } from "./search-reach.ts";
import type { SearchCandidatesInput, SearchView } from "./schemas.ts";

const PAGE = 25;

/**
 * Candidates by the words of their name, address and headline, as far as the member sees the
 * pipelines they are in; the newest where nothing is asked for. An address is matched and shown only
 * for those who see contact details. Nothing that judges a candidate is found or shown here (law 1).
 */
export async function searchCandidates(
  ctx: ReadCtx,
  input: z.infer<typeof SearchCandidatesInput>,
): Promise<SearchView> {
  const member = requireMember(ctx);
  const contact = seesContact(member.roles);
  const seen = jobsSeenBy(ctx, member);
  const notOwn = notOwnApplication(ctx.org.id, member.memberId);
  const reach = await reachOf(ctx, member);
  const within = { after: input.cursor ?? null, limit: PAGE + 1 };
  const { ids: found, partial } =
    input.query === ""
      ? { ids: await reach.newest(within), partial: false }
      : await findPeople(ctx, readAsked(input.query, contact), {
          ...within,
          reach: await reach.people(),
        });
  const page = found.slice(0, PAGE);
  const people = await peopleOf(ctx, page);
  const rows = await applicationsOf(ctx, page, and(seen, notOwn));
  return {
    candidates: people.map(({ id, name, headline, email }) => ({
      candidateId: id,
      name,
      headline,
      email: contact ? email : null,
      applications: rows
        .filter((row) => row.candidateId === id)
        .map(({ candidateId: _, enteredStageAt, ...row }) => ({
          ...row,
          enteredStageAt: toInstant(enteredStageAt),
        })),
    })),
    nextCursor: found.length > PAGE ? (page.at(-1) ?? null) : null,
    partial,
    addTo: await jobsToAddTo(ctx, member),
    referTo: await openJobs(ctx, seen),
  };
}

/** These people in this order. */
async function peopleOf(ctx: ReadCtx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await ctx.read
    .select({
      id: candidate.id,
      name: candidate.name,
      headline: candidate.headline,
      email: candidate.email,
    })
    .from(candidate)
    .where(
      and(
        eq(candidate.orgId, ctx.org.id),
        eq(candidate.id, sql`any(${sql.param([...ids])}::uuid[])`),
        isNull(candidate.erasedAt),
      ),
    );
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
}

async function applicationsOf(ctx: ReadCtx, ids: readonly string[], seen: SQL | undefined) {
  if (ids.length === 0) return [];
  const theirs = applicationsOfPerson(ctx, sql`person.id`);
  // Its limit has it looked up by row: joined, all stages of the organization are gone through.
  const at = ctx.read
    .select({ name: stage.name })
    .from(stage)
    .where(and(eq(stage.orgId, theirs.orgId), eq(stage.id, theirs.stageId)))
    .limit(1)
    .as("at");
  return ctx.read
    .select({
      candidateId: theirs.candidateId,
      applicationId: theirs.id,
      jobId: job.id,
      job: job.title,
      stage: at.name,
      state: theirs.state,
      enteredStageAt: theirs.enteredStageAt,
    })
    .from(sql`unnest(${sql.param([...ids])}::uuid[]) person (id)`)
    .crossJoinLateral(theirs)
    .innerJoin(job, and(eq(job.orgId, theirs.orgId), eq(job.id, theirs.jobId)))
    .crossJoinLateral(at)
    .where(seen)
    .orderBy(desc(theirs.createdAt));
}

async function jobsToAddTo(ctx: ReadCtx, member: Member): Promise<SearchView["addTo"]> {
  return ctx.read
    .selectDistinct({ jobId: job.id, title: job.title })
    .from(job)
    .innerJoin(
      hiringTeam,
      and(
        eq(hiringTeam.orgId, job.orgId),
        eq(hiringTeam.jobId, job.id),
        eq(hiringTeam.memberId, member.memberId),
        inArray(hiringTeam.duty, ["recruiter", "hiring_manager", "substitute"]),
        isHeldDuty(),
      ),
    )
    .where(
      and(
        eq(job.orgId, ctx.org.id),
        eq(job.state, "open"),
        notExists(ownApplicationTo(ctx, member)),
      ),
    )
    .orderBy(asc(job.title));
}

async function openJobs(ctx: ReadCtx, seen: SQL | undefined): Promise<SearchView["referTo"]> {
  return ctx.read
    .select({ jobId: job.id, title: job.title })
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), eq(job.state, "open"), seen))
    .orderBy(asc(job.title))
    .limit(200);
}
