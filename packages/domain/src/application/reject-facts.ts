import { application, candidate, interview, opening } from "@rubric/db/schema";
import { and, eq, inArray, ne, or, sql } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import type { ApplicationRow } from "./rows.ts";
import type { RejectKind } from "./schemas.ts";
import { isSilent } from "./silence.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "clock">;

/** What a rejection names as its fact. */
export type Named = { answerKey: string | null; otherApplicationId: string | null };

/** Whether the fact of an administrative rejection is so (law 4). */
export async function rejectionHolds(
  ctx: Ctx,
  row: ApplicationRow,
  jobState: string,
  kind: RejectKind,
  named: Named,
): Promise<boolean> {
  switch (kind) {
    case "not_eligible":
      return row.answers.some((one) => one.eligibility && one.key === named.answerKey);
    case "duplicate":
      return (await duplicatesOf(ctx, row)).some(
        (one) => one.applicationId === named.otherApplicationId,
      );
    case "no_answer":
      return hasMissedAnswer(ctx, row.id);
    case "filled_or_closed":
      return jobState === "closed" || !(await hasSeat(ctx, row.jobId));
  }
}

/** Other applications to the job that go on and whose person has this name, phone or a link. */
export async function duplicatesOf(ctx: Ctx, row: ApplicationRow) {
  const [own] = await ctx.read
    .select({ name: candidate.name, phone: candidate.phone, links: candidate.links })
    .from(candidate)
    .where(and(eq(candidate.orgId, ctx.org.id), eq(candidate.id, row.candidateId)));
  if (own === undefined) return [];
  return ctx.read
    .select({
      applicationId: application.id,
      name: candidate.name,
      createdAt: application.createdAt,
    })
    .from(application)
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.jobId, row.jobId),
        ne(application.id, row.id),
        inArray(application.state, ["active", "on_hold", "hired"]),
        or(
          sql`lower(${candidate.name}) = lower(${own.name})`,
          own.phone === "" ? undefined : eq(candidate.phone, own.phone),
          own.links.length === 0
            ? undefined
            : sql`${candidate.links} && ${sql.param(own.links)}::text[]`,
        ),
      ),
    )
    .limit(20);
}

async function hasMissedAnswer(ctx: Ctx, applicationId: string): Promise<boolean> {
  const rows = await ctx.read
    .select({
      planInterviewId: interview.planInterviewId,
      state: interview.state,
      absentSide: interview.absentSide,
      startsAt: interview.startsAt,
      proposedTimes: interview.proposedTimes,
    })
    .from(interview)
    .where(and(eq(interview.orgId, ctx.org.id), eq(interview.applicationId, applicationId)));
  return isSilent(rows, ctx.clock);
}

async function hasSeat(ctx: Ctx, jobId: string): Promise<boolean> {
  const rows = await ctx.read
    .select({ id: opening.id })
    .from(opening)
    .where(
      and(
        eq(opening.orgId, ctx.org.id),
        eq(opening.jobId, jobId),
        inArray(opening.state, ["open", "reserved"]),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
