import { newId } from "@rubric/db";
import { growthPlan } from "@rubric/db/schema";
import { and, eq, max } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import type { Asked } from "./ask.ts";
import { writeItems } from "./items.ts";

/** Writes a made plan as the member's draft; whoever is second finds one there already. */
export async function writeDraft(
  ctx: CommandCtx,
  memberId: string,
  { replacesId, ownKeys }: { replacesId: string | null; ownKeys: readonly string[] },
  asked: Asked,
): Promise<string> {
  const { request, plan, gaps, choices, startOn } = asked;
  const [last] = await ctx.tx
    .select({ number: max(growthPlan.number) })
    .from(growthPlan)
    .where(and(eq(growthPlan.orgId, ctx.org.id), eq(growthPlan.memberId, memberId)));
  const [written] = await ctx.tx
    .insert(growthPlan)
    .values({
      orgId: ctx.org.id,
      id: newId(),
      memberId,
      number: (last?.number ?? 0) + 1,
      replacesId,
      state: "draft",
      revision: 1,
      frameworkVersionId: asked.frameworkVersionId,
      libraryVersionId: asked.libraryVersionId,
      levelId: asked.levelId,
      goal: request.goal,
      path: [...request.path],
      technologies: [...request.technologies],
      weeks: request.weeks,
      hoursAWeek: request.hoursAWeek,
      startOn,
      gaps: [...gaps],
      done: [...request.done],
      kept: [...request.kept],
      without: [...request.without],
      leftOut: [...plan.left],
      madeBy: requireMember(ctx).memberId,
      createdAt: ctx.clock,
      endReason: "",
    })
    .onConflictDoNothing()
    .returning({ id: growthPlan.id });
  if (written === undefined) return refuse("GROWTH_PLAN_DRAFT", {});
  await writeItems(ctx, { planId: written.id, memberId, ownKeys }, plan.items, choices);
  return written.id;
}
