import { baseline } from "@rubric/db/schema";
import { isNull } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { whyNotObject } from "./rules.ts";
import type { BaselineView, ObjectInput } from "./schemas.ts";
import { baselineView, loadBaseline } from "./view.ts";

/**
 * Objects to the use of the baseline (GDPR 21): the manager sees nothing of it, and no plan or chart
 * rests on it. The reason is kept for the person and stands in no trail.
 */
export async function objectBaseline(
  ctx: CommandCtx,
  { memberId, reason }: z.infer<typeof ObjectInput>,
): Promise<BaselineView> {
  const { facts } = await loadBaseline(ctx, memberId);
  refuseIf(whyNotObject(facts));
  const said = { objectedAt: ctx.clock, objection: reason, sharedAt: null };
  const objected = await ctx.tx
    .insert(baseline)
    .values({ orgId: ctx.org.id, memberId, remark: "", ...said })
    .onConflictDoUpdate({
      target: [baseline.orgId, baseline.memberId],
      set: said,
      setWhere: isNull(baseline.objectedAt),
    })
    .returning({ memberId: baseline.memberId });
  if (objected.length === 0) refuse("BASELINE_OBJECTED", {});
  ctx.audit({ subject: { kind: "member", id: memberId }, after: { baseline: "objected" } });
  return baselineView(ctx, memberId);
}
