import { type Given, prepared } from "@rubric/db";
import { application, hiringTeam, job } from "@rubric/db/schema";
import { and, asc, desc, eq, ne } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { isHeldDuty } from "../held-duty.ts";
import { toInstant } from "../wire.ts";
import type { ApplicationRow } from "./rows.ts";
import type { ApplicationView } from "./schemas.ts";
import { jobsSeenBy, notOwnApplication } from "./visible-jobs.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "actor">;

/** The person's other applications, as far as the reader sees those jobs. */
export async function othersView(
  ctx: Ctx,
  row: ApplicationRow,
): Promise<ApplicationView["others"]> {
  if (ctx.actor.kind !== "member") return [];
  const rows = await ctx.read
    .select({
      applicationId: application.id,
      job: job.title,
      state: application.state,
      createdAt: application.createdAt,
    })
    .from(application)
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.candidateId, row.candidateId),
        ne(application.id, row.id),
        jobsSeenBy(ctx, ctx.actor),
        notOwnApplication(ctx.org.id, ctx.actor.memberId),
      ),
    )
    .orderBy(desc(application.createdAt));
  return rows.map((one) => ({ ...one, createdAt: toInstant(one.createdAt) }));
}

type Elsewhere = { orgId: string; memberId: string; jobId: string };

const recruitedElsewhere = prepared((db, of: Given<Elsewhere>) =>
  db
    .select({ jobId: job.id, title: job.title })
    .from(job)
    .innerJoin(
      hiringTeam,
      and(
        eq(hiringTeam.orgId, job.orgId),
        eq(hiringTeam.jobId, job.id),
        eq(hiringTeam.memberId, of.memberId),
        eq(hiringTeam.duty, "recruiter"),
        isHeldDuty(),
      ),
    )
    .where(and(eq(job.orgId, of.orgId), eq(job.state, "open"), ne(job.id, of.jobId)))
    .orderBy(asc(job.title)),
);

/** The open jobs to which the reader, who recruits for both, may transfer the application. */
export async function transferView(
  { read, org, actor }: Ctx,
  { jobId }: ApplicationRow,
): Promise<ApplicationView["transferTo"]> {
  if (actor.kind !== "member") return [];
  return recruitedElsewhere(read, { orgId: org.id, memberId: actor.memberId, jobId });
}
