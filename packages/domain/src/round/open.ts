import { newId } from "@rubric/db";
import { reviewRound } from "@rubric/db/schema";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { dueAfter, startOfDay } from "../deadline/due.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { dayIn, settingsOf } from "../job/access.ts";
import { whyNotDueOn } from "../review/rules.ts";
import { NOWHERE } from "./access.ts";
import { listRounds } from "./list.ts";
import { quarterOf } from "./rules.ts";
import type { OpenRoundInput, RoundsView } from "./schemas.ts";

/** Opens the round of this quarter for an establishment, once; the worker opens its reviews. */
export async function openRound(
  ctx: CommandCtx,
  { establishment, dueOn }: z.infer<typeof OpenRoundInput>,
): Promise<RoundsView> {
  const { timeZone } = await settingsOf(ctx.tx, ctx.org.id);
  const quarter = quarterOf(dayIn(timeZone, ctx.clock));
  const dueAt = dueAfter(startOfDay(dueOn, timeZone), { count: 0, unit: "day" }, timeZone);
  refuseIf(whyNotDueOn(dueAt, ctx.clock, ctx.limits));
  const [opened] = await ctx.tx
    .insert(reviewRound)
    .values({
      orgId: ctx.org.id,
      id: newId(),
      quarter,
      establishment: establishment ?? NOWHERE,
      openedAt: ctx.clock,
      openedBy: requireMember(ctx).memberId,
      dueAt,
    })
    .onConflictDoNothing()
    .returning({ id: reviewRound.id });
  if (opened === undefined) return refuse("ROUND_OPEN", { quarter });
  ctx.audit({
    subject: { kind: "review_round", id: opened.id },
    after: { quarter, establishment, dueAt: dueAt.toISOString() },
  });
  return listRounds(ctx);
}
