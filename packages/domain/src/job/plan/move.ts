import {
  application,
  applicationStage,
  breakGlass,
  debrief,
  decision,
  interview,
  note,
  scorecard,
  stage,
} from "@rubric/db/schema";
import { and, asc, eq, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import type { CommandCtx } from "../../context.ts";

export type ApplicationRow = typeof application.$inferSelect;
type StageRow = typeof stage.$inferSelect;

/** Everything that names the stage in which something of an application happened. */
const OF_STAGE = [
  applicationStage,
  interview,
  scorecard,
  note,
  debrief,
  decision,
  breakGlass,
] as const;

/** The running applications of a job that stand on another plan, locked in the order of their ids. */
export async function lockStrays(
  ctx: Pick<CommandCtx, "tx" | "org">,
  jobId: string,
  planId: string,
  which: "pinned" | "unpinned",
): Promise<ApplicationRow[]> {
  return ctx.tx
    .select()
    .from(application)
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.jobId, jobId),
        ne(application.planId, planId),
        inArray(application.state, ["active", "on_hold"]),
        which === "pinned" ? isNotNull(application.pinnedAt) : isNull(application.pinnedAt),
      ),
    )
    .orderBy(asc(application.id))
    .for("update");
}

/** The stages of some plans in their order. */
export async function stagesOf(
  ctx: Pick<CommandCtx, "tx" | "org">,
  planIds: readonly string[],
): Promise<StageRow[]> {
  return ctx.tx
    .select()
    .from(stage)
    .where(and(eq(stage.orgId, ctx.org.id), inArray(stage.planId, [...planIds])))
    .orderBy(asc(stage.position));
}

/** A stage stays the same from plan to plan if its key and its kind do. */
export function sameStage(of: StageRow, among: readonly StageRow[]): StageRow | undefined {
  return among.find((one) => one.key === of.key && one.kind === of.kind);
}

/**
 * Moves locked applications to the stages of another plan: each keeps its stage by key, with all
 * that happened there. One whose stage is gone goes to the first (the caller refuses this where
 * it must not happen). Answers with the applications by the stage they now stand in.
 */
export async function moveToPlan(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
  rows: readonly ApplicationRow[],
  planId: string,
): Promise<void> {
  const target = await stagesOf(ctx, [planId]);
  const [first] = target;
  if (first === undefined) throw new Error("A plan without stages was adopted.");
  const sources = await stagesOf(ctx, [...new Set(rows.map((row) => row.planId))]);
  for (const source of sources) {
    const ids = rows.filter((row) => row.planId === source.planId).map((row) => row.id);
    const kept = sameStage(source, target);
    if (kept !== undefined) await renameStage(ctx, ids, source.id, kept.id);
    const standing = rows.filter((row) => row.stageId === source.id).map((row) => row.id);
    if (standing.length === 0) continue;
    await ctx.tx
      .update(application)
      .set({ planId, stageId: (kept ?? first).id })
      .where(and(eq(application.orgId, ctx.org.id), inArray(application.id, standing)));
    if (kept === undefined) await enterFirst(ctx, standing, first.id);
  }
}

async function renameStage(
  ctx: Pick<CommandCtx, "tx" | "org">,
  applicationIds: readonly string[],
  from: string,
  to: string,
): Promise<void> {
  for (const table of OF_STAGE) {
    await ctx.tx
      .update(table)
      .set({ stageId: to })
      .where(
        and(
          eq(table.orgId, ctx.org.id),
          inArray(table.applicationId, [...applicationIds]),
          eq(table.stageId, from),
        ),
      );
  }
}

async function enterFirst(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
  applicationIds: readonly string[],
  stageId: string,
): Promise<void> {
  const visit = { enteredAt: ctx.clock, decidedAt: null };
  for (const applicationId of applicationIds) {
    await ctx.tx
      .insert(applicationStage)
      .values({ orgId: ctx.org.id, applicationId, stageId, ...visit })
      .onConflictDoUpdate({
        target: [applicationStage.orgId, applicationStage.applicationId, applicationStage.stageId],
        set: visit,
      });
  }
}
