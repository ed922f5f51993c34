import { newId } from "@rubric/db";
import { interview, planInterview, scorecard } from "@rubric/db/schema";
import { and, asc, eq, inArray, notInArray } from "drizzle-orm";
import type { CommandCtx } from "../../context.ts";

type Ctx = Pick<CommandCtx, "tx" | "org" | "clock">;
type Kit = { id: string; name: string; position: number };

/**
 * Gives an application that was moved to another plan the interviews of its stage there. What
 * nobody has written about yet takes over the new kit of its name or place; what is held or
 * written about keeps the kit it was asked by; what the new plan no longer has is cancelled if it
 * was only planned, and what it adds is planned.
 */
export async function replanStage(ctx: Ctx, applicationId: string, stageId: string): Promise<void> {
  const kits = await kitsOf(ctx, stageId);
  const rows = await ctx.tx
    .select({
      id: interview.id,
      state: interview.state,
      extra: interview.extra,
      name: planInterview.name,
      position: planInterview.position,
    })
    .from(interview)
    .innerJoin(
      planInterview,
      and(
        eq(planInterview.orgId, interview.orgId),
        eq(planInterview.id, interview.planInterviewId),
      ),
    )
    .where(
      and(
        eq(interview.orgId, ctx.org.id),
        eq(interview.applicationId, applicationId),
        eq(interview.stageId, stageId),
        notInArray(interview.state, ["cancelled", "absent"]),
      ),
    )
    .orderBy(asc(planInterview.position), asc(interview.id));
  const begun = await written(
    ctx,
    rows.map((row) => row.id),
  );
  const settled = new Set(rows.filter((row) => begun.has(row.id) || row.state === "held"));
  const ordered = [...settled, ...rows.filter((row) => !settled.has(row))];
  const matched = match(
    ordered.filter((row) => !row.extra),
    kits,
  );
  for (const row of ordered) {
    if (row.extra || settled.has(row)) continue;
    const kit = matched.get(row.id);
    if (kit !== undefined) await setInterview(ctx, row.id, { planInterviewId: kit.id });
    else if (row.state === "planned") await setInterview(ctx, row.id, GONE);
  }
  const taken = new Set(matched.values());
  await plan(
    ctx,
    applicationId,
    stageId,
    kits.filter((kit) => !taken.has(kit)),
  );
}

/** Which kit each interview takes: that of its name, else that of its place; each kit once. */
function match(rows: readonly Kit[], kits: readonly Kit[]): ReadonlyMap<string, Kit> {
  const matched = new Map<string, Kit>();
  const free = new Set(kits);
  for (const by of ["name", "position"] as const) {
    for (const row of rows.filter((one) => !matched.has(one.id))) {
      const kit = [...free].find((one) => one[by] === row[by]);
      if (kit === undefined) continue;
      matched.set(row.id, kit);
      free.delete(kit);
    }
  }
  return matched;
}

const GONE = {
  state: "cancelled",
  stateReason: "The plan that the application was moved to has no such interview.",
} as const;

async function kitsOf(ctx: Ctx, stageId: string): Promise<Kit[]> {
  return ctx.tx
    .select({ id: planInterview.id, name: planInterview.name, position: planInterview.position })
    .from(planInterview)
    .where(and(eq(planInterview.orgId, ctx.org.id), eq(planInterview.stageId, stageId)))
    .orderBy(asc(planInterview.position));
}

async function written(ctx: Ctx, interviewIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.tx
    .select({ id: scorecard.interviewId })
    .from(scorecard)
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        inArray(scorecard.interviewId, [...interviewIds]),
        notInArray(scorecard.state, ["assigned", "void"]),
      ),
    );
  return new Set(rows.map((row) => row.id));
}

async function setInterview(
  ctx: Ctx,
  interviewId: string,
  set: { planInterviewId: string } | typeof GONE,
): Promise<void> {
  await ctx.tx
    .update(interview)
    .set(set)
    .where(and(eq(interview.orgId, ctx.org.id), eq(interview.id, interviewId)));
}

async function plan(
  ctx: Ctx,
  applicationId: string,
  stageId: string,
  kits: readonly Kit[],
): Promise<void> {
  if (kits.length === 0) return;
  await ctx.tx.insert(interview).values(
    kits.map((kit) => ({
      orgId: ctx.org.id,
      id: newId(),
      applicationId,
      stageId,
      planInterviewId: kit.id,
      state: "planned" as const,
      place: "",
      focus: "",
      extra: false,
      sequence: 0,
      proposedTimes: [],
      createdAt: ctx.clock,
    })),
  );
}
