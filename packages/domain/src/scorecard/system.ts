import { application, interview, member, scorecard } from "@rubric/db/schema";
import { and, asc, eq, inArray, lte, notInArray, or } from "drizzle-orm";
import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { noteOpened } from "./note-opened.ts";

/** What the worker lends to a verb that nobody calls. */
export type SystemCtx = Pick<
  CommandCtx,
  "tx" | "read" | "org" | "actor" | "clock" | "limits" | "policy" | "enqueue"
>;

const AT_ONCE = 200;
const DAY = 86_400_000;

/**
 * Makes open scorecards void, 14 days after their application ended. Returns how many; call again
 * until none is left.
 */
export async function voidStale(ctx: SystemCtx): Promise<number> {
  const ended = new Date(ctx.clock.getTime() - ctx.limits.voidScorecardDays * DAY);
  const stale = await ctx.tx
    .selectDistinct({ id: application.id })
    .from(application)
    .innerJoin(
      scorecard,
      and(eq(scorecard.orgId, application.orgId), eq(scorecard.applicationId, application.id)),
    )
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        notInArray(application.state, ["active", "on_hold"]),
        lte(application.endedAt, ended),
        inArray(scorecard.state, ["assigned", "draft"]),
      ),
    )
    .orderBy(asc(application.id))
    .limit(AT_ONCE);
  let count = 0;
  for (const { id } of stale) {
    const row = await lockApplication(ctx, id);
    if (row.endedAt === null || row.endedAt > ended) continue;
    const freed = await ctx.tx
      .update(scorecard)
      .set({ state: "void" })
      .where(
        and(
          eq(scorecard.orgId, ctx.org.id),
          eq(scorecard.applicationId, id),
          inArray(scorecard.state, ["assigned", "draft"]),
        ),
      )
      .returning({ stageId: scorecard.stageId });
    for (const stageId of new Set(freed.map((card) => card.stageId))) {
      await noteOpened(ctx, id, stageId);
    }
    if (freed.length > 0) {
      await recordEvent(ctx, id, { kind: "scorecard.voided", facts: { count: freed.length } });
    }
    count += freed.length;
  }
  return count;
}

/** Excuses disabled members from the scorecards they owe of interviews that were held (law 4). */
export async function excuseDisabled(ctx: SystemCtx): Promise<number> {
  const owed = await ctx.tx
    .select({
      id: scorecard.id,
      applicationId: scorecard.applicationId,
      stageId: scorecard.stageId,
      name: member.name,
    })
    .from(scorecard)
    .innerJoin(member, and(eq(member.orgId, scorecard.orgId), eq(member.id, scorecard.authorId)))
    .innerJoin(
      interview,
      and(eq(interview.orgId, scorecard.orgId), eq(interview.id, scorecard.interviewId)),
    )
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        inArray(scorecard.state, ["assigned", "draft"]),
        eq(member.state, "disabled"),
        or(
          eq(interview.state, "held"),
          and(eq(interview.state, "scheduled"), lte(interview.endsAt, ctx.clock)),
        ),
      ),
    )
    .orderBy(asc(scorecard.applicationId), asc(scorecard.id))
    .limit(AT_ONCE);
  let count = 0;
  for (const card of owed) {
    await lockApplication(ctx, card.applicationId);
    const excused = await ctx.tx
      .update(scorecard)
      .set({ state: "excused", excusedReason: "Left the organization: their account is disabled." })
      .where(
        and(
          eq(scorecard.orgId, ctx.org.id),
          eq(scorecard.id, card.id),
          inArray(scorecard.state, ["assigned", "draft"]),
        ),
      )
      .returning({ id: scorecard.id });
    if (excused.length === 0) continue;
    await noteOpened(ctx, card.applicationId, card.stageId);
    await recordEvent(ctx, card.applicationId, {
      kind: "scorecard.excused",
      facts: { name: card.name, why: "left" },
    });
    count += 1;
  }
  return count;
}
