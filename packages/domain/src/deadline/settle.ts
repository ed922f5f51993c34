import { type Given, prepared } from "@rubric/db";
import { deadline } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { beginDeadline, type BeginCtx, isSome } from "./begin.ts";
import { meetDeadlines, voidDeadlines } from "./end.ts";
import { loadFacts, timeZoneOf } from "./facts.ts";
import { nextReminder } from "./reminders.ts";
import { isDeadlineKind } from "./rules.ts";
import { sourcesOf } from "./sources.ts";
import { endOf, type Wanted, wantedOf } from "./wanted.ts";

export type SettleCtx = BeginCtx & Pick<CommandCtx, "actor" | "policy">;

/** Lines of the timeline that begin and end no deadline. */
const QUIET: readonly string[] = [
  "adjustment.answered",
  "adjustment.asked",
  "application.plan_moved",
  "application.transfer_explained",
  "debrief.closed",
  "debrief.not_held",
  "debrief.opened",
  "debrief.reopened",
  "interview.extra_planned",
  "interview.focus_set",
  "interview.proposed",
  "note.assessment",
  "note.logistics",
  "offer.approve",
  "offer.draft",
  "offer.request",
  "offer.sendBack",
  "quorum.lowered",
  "relation.declared",
  "scorecard.corrected",
  "scorecard.glass_broken",
];

const deadlinesOf = prepared((db, of: Given<{ orgId: string; applicationId: string }>) =>
  db
    .select()
    .from(deadline)
    .where(and(eq(deadline.orgId, of.orgId), eq(deadline.applicationId, of.applicationId))),
);

/**
 * Begins and ends the deadlines of an application as it is now, in the transaction of the command
 * that changed it; `event` is the line of its timeline that says how. The application is locked,
 * so that no rival settles it at the same time.
 */
export async function settleDeadlines(
  ctx: SettleCtx,
  applicationId: string,
  event: string,
): Promise<void> {
  if (QUIET.includes(event)) return;
  const { facts, jobId, regions } = await loadFacts(ctx, applicationId);
  const wanted = wantedOf(facts, ctx.clock);
  const rows = await deadlinesOf(ctx.tx, { orgId: ctx.org.id, applicationId });
  const keys = new Map(rows.map((row) => [keyOf(row), row]));
  const wantedKeys = new Set(wanted.map(keyOf));
  const ending: Record<"done" | "void", string[]> = { done: [], void: [] };
  for (const row of rows) {
    if (row.state !== "open" || wantedKeys.has(keyOf(row)) || !isDeadlineKind(row.kind)) continue;
    const recorded = row.recordedBy !== null;
    const how = endOf({ ...row, kind: row.kind, recorded }, facts, event);
    if (how !== "stays") ending[how].push(row.id);
  }
  if (ending.done.length > 0) await meetDeadlines(ctx, inArray(deadline.id, ending.done));
  if (ending.void.length > 0) await voidDeadlines(ctx, inArray(deadline.id, ending.void));
  const missing = wanted.filter((one) => !keys.has(keyOf(one)));
  const back = wanted.flatMap((one) => {
    const row = keys.get(keyOf(one));
    return row?.state === "void" ? [row] : [];
  });
  if (missing.length === 0 && back.length === 0) return;
  const timeZone = await timeZoneOf(ctx);
  for (const one of missing) {
    const setBy = await sourcesOf(ctx, one, { regions, timeZone });
    if (!isSome(setBy)) continue;
    const { promisedAt: _, ...begun } = one;
    const { candidateId } = facts.application;
    await beginDeadline(ctx, { ...begun, setBy, jobId, applicationId, candidateId, timeZone });
  }
  for (const { id, kind, dueAt } of back) {
    if (!isDeadlineKind(kind)) continue;
    const remindAt = nextReminder({ kind, dueAt }, timeZone, ctx.limits.reminderHour, ctx.clock);
    await ctx.tx
      .update(deadline)
      .set({ state: "open", remindAt })
      .where(and(eq(deadline.orgId, ctx.org.id), eq(deadline.id, id), eq(deadline.state, "void")));
  }
}

function keyOf({
  kind,
  subjectId,
  origin,
}: Pick<Wanted, "subjectId" | "origin"> & { kind: string }) {
  return `${kind} ${subjectId} ${origin}`;
}
