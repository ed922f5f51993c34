import type { Reader } from "@rubric/db";
import {
  application,
  frameworkLevel,
  frameworkVersion,
  hiringTeam,
  job,
  member,
  opening,
  plan,
  stage,
} from "@rubric/db/schema";
import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  ilike,
  inArray,
  lt,
  min,
  notExists,
  or,
  sql,
} from "drizzle-orm";
import type { z } from "zod";
import { ownApplicationTo } from "../application/visible-jobs.ts";
import type { ReadCtx } from "../context.ts";
import { isHeldDuty } from "../held-duty.ts";
import { requireMember } from "../identity/access.ts";
import { mayOf, whyNotAllowed } from "../may.ts";
import { toInstant } from "../wire.ts";
import type { JobListView, ListJobsInput } from "./schemas.ts";

const PAGE = 100;

type Input = z.infer<typeof ListJobsInput>;

/**
 * The jobs the actor may know of, newest first. A confidential job is for its team; a job with an
 * own running application is not there (law 7).
 */
export async function listJobs(ctx: ReadCtx, input: Input): Promise<JobListView> {
  const { read } = ctx;
  const orgId = ctx.org.id;
  const seen = visible(ctx);
  const words = `%${(input.search ?? "").replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const rows = await read
    .select()
    .from(job)
    .where(
      and(
        seen,
        input.states.length === 0 ? undefined : inArray(job.state, input.states),
        input.mine ? inTeam(ctx) : undefined,
        input.search ? or(ilike(job.title, words), ilike(job.team, words)) : undefined,
        input.cursor == null ? undefined : lt(job.id, input.cursor),
      ),
    )
    .orderBy(desc(job.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const ids = page.map((row) => row.id);
  const facts = await factsOf(read, orgId, ids);
  const states = await read
    .select({ state: job.state, jobs: count() })
    .from(job)
    .where(seen)
    .groupBy(job.state);
  const { memberId, roles } = requireMember(ctx);
  const jobs = page.map((row) => {
    const team = facts.team.filter((one) => one.jobId === row.id);
    const duties = team.filter((one) => one.memberId === memberId).map((one) => one.duty);
    const leads = duties.some((duty) => duty !== "coordinator" && duty !== "interviewer");
    const pipeline = leads || (roles.includes("recruiter") && !row.confidential);
    const page = roles.includes("admin") || duties.includes("coordinator") ? "plan" : null;
    const openings = facts.openings.filter((one) => one.jobId === row.id);
    const seats = (state: string) => openings.find((one) => one.state === state)?.seats ?? 0;
    const waiting = facts.waiting.filter((one) => one.jobId === row.id);
    const owner = team.find((one) => one.duty === "recruiter");
    const oldest = waiting
      .flatMap((one) => (one.since === null ? [] : [one.since]))
      .toSorted((a, b) => a.getTime() - b.getTime())[0];
    return {
      id: row.id,
      title: row.title,
      team: row.team,
      level:
        facts.levels.find((one) => one.frameworkId === row.frameworkId && one.key === row.levelKey)
          ?.name ?? row.levelKey,
      locations: row.locations,
      state: row.state,
      confidential: row.confidential,
      openings: {
        filled: seats("filled"),
        reserved: seats("reserved"),
        total: seats("open") + seats("reserved") + seats("filled"),
      },
      stages: pipeline
        ? facts.stages
            .filter((one) => one.jobId === row.id)
            .map(({ key, name }) => ({
              key,
              name,
              count: waiting.find((one) => one.key === key)?.applications ?? 0,
            }))
        : null,
      oldestWaitingSince: pipeline ? toInstant(oldest ?? null) : null,
      owner: owner === undefined ? null : { id: owner.memberId, name: owner.name },
      opens: pipeline ? ("pipeline" as const) : page === null ? null : ("plan" as const),
    };
  });
  const jobsIn = (state: string) => states.find((one) => one.state === state)?.jobs ?? 0;
  return {
    jobs,
    nextCursor: rows.length > PAGE ? (ids.at(-1) ?? null) : null,
    counts: {
      draft: jobsIn("draft"),
      open: jobsIn("open"),
      on_hold: jobsIn("on_hold"),
      closed: jobsIn("closed"),
    },
    may: { create: mayOf(whyNotAllowed("job.create", ctx.duties)) },
  };
}

function inTeam(ctx: ReadCtx) {
  return exists(
    ctx.read
      .select({ one: sql`1` })
      .from(hiringTeam)
      .where(
        and(
          eq(hiringTeam.orgId, job.orgId),
          eq(hiringTeam.jobId, job.id),
          eq(hiringTeam.memberId, requireMember(ctx).memberId),
          isHeldDuty(),
        ),
      ),
  );
}

function visible(ctx: ReadCtx) {
  const member = requireMember(ctx);
  const everywhere = member.roles.includes("admin") || member.roles.includes("recruiter");
  return and(
    eq(job.orgId, ctx.org.id),
    everywhere ? or(eq(job.confidential, false), inTeam(ctx)) : inTeam(ctx),
    notExists(ownApplicationTo(ctx, member)),
  );
}

async function factsOf(read: Reader, orgId: string, ids: readonly string[]) {
  const openings = await read
    .select({ jobId: opening.jobId, state: opening.state, seats: count() })
    .from(opening)
    .where(and(eq(opening.orgId, orgId), inArray(opening.jobId, [...ids])))
    .groupBy(opening.jobId, opening.state);
  const team = await read
    .select({
      jobId: hiringTeam.jobId,
      memberId: hiringTeam.memberId,
      duty: hiringTeam.duty,
      name: member.name,
    })
    .from(hiringTeam)
    .innerJoin(member, and(eq(member.orgId, hiringTeam.orgId), eq(member.id, hiringTeam.memberId)))
    .where(and(eq(hiringTeam.orgId, orgId), inArray(hiringTeam.jobId, [...ids]), isHeldDuty()))
    .orderBy(asc(member.name));
  const stages = await read
    .select({ jobId: plan.jobId, key: stage.key, name: stage.name })
    .from(stage)
    .innerJoin(plan, and(eq(plan.orgId, stage.orgId), eq(plan.id, stage.planId)))
    .where(and(eq(stage.orgId, orgId), inArray(plan.jobId, [...ids]), eq(plan.state, "current")))
    .orderBy(asc(stage.position));
  const waiting = await read
    .select({
      jobId: application.jobId,
      key: stage.key,
      applications: count(),
      since: min(application.enteredStageAt),
    })
    .from(application)
    .innerJoin(stage, and(eq(stage.orgId, application.orgId), eq(stage.id, application.stageId)))
    .where(
      and(
        eq(application.orgId, orgId),
        inArray(application.jobId, [...ids]),
        inArray(application.state, ["active", "on_hold"]),
      ),
    )
    .groupBy(application.jobId, stage.key);
  const levels = await read
    .select({
      frameworkId: frameworkVersion.frameworkId,
      key: frameworkLevel.key,
      name: frameworkLevel.name,
    })
    .from(frameworkLevel)
    .innerJoin(
      frameworkVersion,
      and(
        eq(frameworkVersion.orgId, frameworkLevel.orgId),
        eq(frameworkVersion.id, frameworkLevel.versionId),
      ),
    )
    .where(and(eq(frameworkLevel.orgId, orgId), eq(frameworkVersion.state, "published")))
    .orderBy(desc(frameworkVersion.number));
  return { openings, team, stages, waiting, levels };
}
