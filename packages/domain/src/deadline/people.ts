import { application, hiringTeam, member, relation } from "@rubric/db/schema";
import { and, asc, eq, sql } from "drizzle-orm";
import { isUnderWay } from "../application/under-way.ts";
import type { ReadCtx } from "../context.ts";
import { isHeldDuty } from "../held-duty.ts";

type Ctx = Pick<ReadCtx, "read" | "org">;

/** Whom a deadline is about, for choosing who has it. */
export type Whose = {
  jobId: string | null;
  candidateId: string | null;
  /** Whose it is in any case: the author of a scorecard. */
  ownerId?: string | undefined;
};

export type Pair = { ownerId: string | null; standInId: string | null };

const RECRUITER_FIRST = ["recruiter", "hiring_manager", "substitute", "coordinator"] as const;
const MANAGER_FIRST = ["hiring_manager", "substitute", "recruiter", "coordinator"] as const;

/**
 * Who may have a deadline, the first of them first: the author of a scorecard with the hiring
 * manager behind them; else a recruiter of the job, then its hiring manager, substitute and
 * coordinator; then admins. Nobody whom law 7 keeps away, and nobody whose account is not active.
 */
export async function whoMayHave(ctx: Ctx, whose: Whose): Promise<string[]> {
  const team = whose.jobId === null ? [] : await teamOf(ctx, whose.jobId);
  const away = await keptAway(ctx, whose);
  const order = whose.ownerId === undefined ? RECRUITER_FIRST : MANAGER_FIRST;
  const ranked = order.flatMap((duty) =>
    team.filter((one) => one.duty === duty).map(({ memberId }) => memberId),
  );
  const others = [...ranked, ...(await adminsOf(ctx))].filter((id) => !away.has(id));
  return [...new Set([...(whose.ownerId === undefined ? [] : [whose.ownerId]), ...others])];
}

/** Owner and stand-in among those who may have it; whoever has it now goes on, if they may. */
export function pairOf(
  people: readonly string[],
  now: Pair = { ownerId: null, standInId: null },
): Pair {
  const may = (id: string | null) => (id !== null && people.includes(id) ? id : null);
  const ownerId = may(now.ownerId) ?? people[0] ?? null;
  const kept = may(now.standInId);
  const standInId = (kept === ownerId ? null : kept) ?? people.find((id) => id !== ownerId) ?? null;
  return { ownerId, standInId };
}

async function teamOf(ctx: Ctx, jobId: string) {
  return ctx.read
    .select({ memberId: hiringTeam.memberId, duty: hiringTeam.duty })
    .from(hiringTeam)
    .innerJoin(member, and(eq(member.orgId, hiringTeam.orgId), eq(member.id, hiringTeam.memberId)))
    .where(
      and(
        eq(hiringTeam.orgId, ctx.org.id),
        eq(hiringTeam.jobId, jobId),
        eq(member.state, "active"),
        eq(member.kind, "person"),
        isHeldDuty(),
      ),
    )
    .orderBy(asc(hiringTeam.since), asc(hiringTeam.memberId));
}

async function adminsOf(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.read
    .select({ id: member.id })
    .from(member)
    .where(
      and(
        eq(member.orgId, ctx.org.id),
        eq(member.state, "active"),
        eq(member.kind, "person"),
        sql`${member.roles} @> array['admin']`,
      ),
    )
    .orderBy(asc(member.createdAt), asc(member.id))
    .limit(3);
  return rows.map((row) => row.id);
}

/** Whom law 7 keeps away: from the candidate by a relation, from the job by their own application. */
export async function keptAway(
  ctx: Ctx,
  { jobId, candidateId }: Pick<Whose, "jobId" | "candidateId">,
): Promise<ReadonlySet<string>> {
  const related =
    candidateId === null
      ? []
      : await ctx.read
          .select({ id: relation.memberId })
          .from(relation)
          .where(and(eq(relation.orgId, ctx.org.id), eq(relation.candidateId, candidateId)));
  const applying =
    jobId === null
      ? []
      : await ctx.read
          .select({ id: relation.memberId })
          .from(relation)
          .innerJoin(
            application,
            and(
              eq(application.orgId, relation.orgId),
              eq(application.candidateId, relation.candidateId),
            ),
          )
          .where(
            and(
              eq(relation.orgId, ctx.org.id),
              eq(relation.kind, "self"),
              eq(application.jobId, jobId),
              isUnderWay(),
            ),
          );
  return new Set([...related, ...applying].map(({ id }) => id));
}
