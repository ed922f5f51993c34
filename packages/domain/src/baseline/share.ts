import { baseline } from "@rubric/db/schema";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { whyNotShareBaseline } from "./rules.ts";
import type { BaselineView, ShareBaselineInput } from "./schemas.ts";
import { baselineView, loadBaseline } from "./view.ts";

/**
 * Lets the manager see the baseline now, as far as the policy allows, with the person's remark,
 * which may be changed later. The remark stays out of the trail: it is the pair's.
 */
export async function shareBaseline(
  ctx: CommandCtx,
  { memberId, remark }: z.infer<typeof ShareBaselineInput>,
): Promise<BaselineView> {
  const { facts } = await loadBaseline(ctx, memberId);
  refuseIf(whyNotShareBaseline(facts));
  const shared = await ctx.tx
    .update(baseline)
    .set({ remark, sharedAt: sql`coalesce(${baseline.sharedAt}, ${ctx.clock.toISOString()})` })
    .where(
      and(
        eq(baseline.orgId, ctx.org.id),
        eq(baseline.memberId, memberId),
        isNotNull(baseline.openedAt),
        isNull(baseline.objectedAt),
      ),
    )
    .returning({ memberId: baseline.memberId });
  if (shared.length === 0) refuse("BASELINE_OBJECTED", {});
  ctx.audit({ subject: { kind: "member", id: memberId }, after: { baseline: "shared" } });
  return baselineView(ctx, memberId);
}
