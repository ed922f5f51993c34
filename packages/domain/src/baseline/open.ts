import { baseline } from "@rubric/db/schema";
import { isNull } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { whyNotOpenBaseline } from "./rules.ts";
import type { BaselineInput, BaselineView } from "./schemas.ts";
import { baselineView, loadBaseline } from "./view.ts";

/** The person looks at their baseline for the first time; the time set aside for them begins. */
export async function openBaseline(
  ctx: CommandCtx,
  { memberId }: z.infer<typeof BaselineInput>,
): Promise<BaselineView> {
  const { facts } = await loadBaseline(ctx, memberId);
  refuseIf(whyNotOpenBaseline(facts));
  const opened = await ctx.tx
    .insert(baseline)
    .values({ orgId: ctx.org.id, memberId, openedAt: ctx.clock, remark: "", objection: "" })
    .onConflictDoUpdate({
      target: [baseline.orgId, baseline.memberId],
      set: { openedAt: ctx.clock },
      setWhere: isNull(baseline.openedAt),
    })
    .returning({ memberId: baseline.memberId });
  if (opened.length === 0) refuse("BASELINE_OPENED", {});
  ctx.audit({ subject: { kind: "member", id: memberId }, after: { baseline: "opened" } });
  return baselineView(ctx, memberId);
}
