import { applicationStage, candidate, debrief, member, stage } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { toInstant } from "../wire.ts";
import type { DebriefView } from "./schemas.ts";

type Ctx = Pick<ReadCtx, "read" | "org">;

/** The sessions of a stage's debrief, oldest first. Ask law 1 before. */
export async function sessionsOf(
  { read, org }: Ctx,
  applicationId: string,
  stageId: string,
): Promise<DebriefView["sessions"]> {
  const rows = await read
    .select({ row: debrief, openedBy: member.name })
    .from(debrief)
    .innerJoin(member, and(eq(member.orgId, debrief.orgId), eq(member.id, debrief.openedBy)))
    .where(
      and(
        eq(debrief.orgId, org.id),
        eq(debrief.applicationId, applicationId),
        eq(debrief.stageId, stageId),
      ),
    )
    .orderBy(asc(debrief.session));
  return rows.map(({ row, openedBy }) => ({
    id: row.id,
    session: row.session,
    state: row.state,
    notes: row.notes,
    reason: row.reason,
    openedBy,
    openedAt: toInstant(row.openedAt),
    closedAt: toInstant(row.closedAt),
  }));
}

/** The stages that an application has been in, in the order of the plan. */
export async function visitedStages(ctx: Ctx, row: { id: string; stageId: string }) {
  const rows = await ctx.read
    .select({ id: stage.id, name: stage.name })
    .from(applicationStage)
    .innerJoin(
      stage,
      and(eq(stage.orgId, applicationStage.orgId), eq(stage.id, applicationStage.stageId)),
    )
    .where(and(eq(applicationStage.orgId, ctx.org.id), eq(applicationStage.applicationId, row.id)))
    .orderBy(asc(stage.position));
  return rows.map((one) => ({ ...one, current: one.id === row.stageId }));
}

/** A candidate's name. */
export async function candidateName(ctx: Ctx, candidateId: string): Promise<string> {
  const [found] = await ctx.read
    .select({ name: candidate.name })
    .from(candidate)
    .where(and(eq(candidate.orgId, ctx.org.id), eq(candidate.id, candidateId)));
  return found?.name ?? "";
}

/** A member's name; empty for nobody. */
export async function memberName(ctx: Ctx, memberId: string | null): Promise<string> {
  if (memberId === null) return "";
  const [found] = await ctx.read
    .select({ name: member.name })
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), eq(member.id, memberId)));
  return found?.name ?? "";
}
