import { baseline } from "@rubric/db/schema";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { whyNotWithdrawObjection } from "./rules.ts";
import type { BaselineInput, BaselineView } from "./schemas.ts";
import { baselineView, loadBaseline } from "./view.ts";

/** Takes the objection back; the time set aside for the person begins anew. */
export async function withdrawObjection(
  ctx: CommandCtx,
  { memberId }: z.infer<typeof BaselineInput>,
): Promise<BaselineView> {
  const { facts } = await loadBaseline(ctx, memberId);
  refuseIf(whyNotWithdrawObjection(facts));
  const withdrawn = await ctx.tx
    .update(baseline)
    .set({
      objectedAt: null,
      objection: "",
      openedAt: sql`case when ${baseline.openedAt} is null then null else ${ctx.clock.toISOString()}::timestamptz end`,
    })
    .where(
      and(
        eq(baseline.orgId, ctx.org.id),
        eq(baseline.memberId, memberId),
        isNotNull(baseline.objectedAt),
      ),
    )
    .returning({ memberId: baseline.memberId });
  if (withdrawn.length === 0) refuse("BASELINE_NOT_OBJECTED", {});
  ctx.audit({
    subject: { kind: "member", id: memberId },
    after: { baseline: "objection_withdrawn" },
  });
  return baselineView(ctx, memberId);
}
