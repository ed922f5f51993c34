import { newId } from "@rubric/db";
import { metricFigure } from "@rubric/db/schema";
import type { z } from "zod";
import { todayOf } from "../check-in/access.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { requireFigureView } from "./access.ts";
import { periodOf } from "./periods.ts";
import { whyNotFigure } from "./rules.ts";
import type { EnterFigureInput, FigureView } from "./schemas.ts";

/** Enters a figure of a week or quarter by hand, in place of what was entered for it before. */
export async function enterFigure(
  ctx: CommandCtx,
  { memberId, metric, period, from, value, n }: z.infer<typeof EnterFigureInput>,
): Promise<FigureView> {
  const today = await todayOf(ctx);
  refuseIf(whyNotFigure({ metric, period, from, value }, today));
  const { through } = periodOf(period, from);
  const entered = {
    through: through < today ? through : today,
    value,
    n,
    enteredBy: requireMember(ctx).memberId,
    at: ctx.clock,
  };
  const [row] = await ctx.tx
    .insert(metricFigure)
    .values({
      orgId: ctx.org.id,
      id: newId(),
      memberId,
      metric,
      period,
      from,
      sourceId: null,
      ...entered,
    })
    .onConflictDoUpdate({
      target: [
        metricFigure.orgId,
        metricFigure.memberId,
        metricFigure.metric,
        metricFigure.period,
        metricFigure.from,
        metricFigure.sourceId,
      ],
      set: entered,
    })
    .returning({ id: metricFigure.id });
  if (row === undefined) return refuse("NOT_FOUND", {});
  ctx.audit({
    subject: { kind: "metric_figure", id: row.id },
    after: { memberId, metric, period, from },
  });
  return requireFigureView(ctx, memberId, row.id);
}
