import { newId } from "@rubric/db";
import { reviewRound } from "@rubric/db/schema";
import type { CommandCtx } from "../context.ts";
import { dueAfter } from "../deadline/due.ts";
import { dayIn, settingsOf } from "../job/access.ts";
import { establishmentsOf, NOWHERE } from "./access.ts";
import { quarterlyRule } from "./quarterly-rule.ts";
import { isQuarterStart, quarterOf } from "./rules.ts";

/** Opens the rounds that policies demand when a quarter begins; returns how many. */
export async function openRoundsDue(ctx: CommandCtx): Promise<number> {
  const { timeZone } = await settingsOf(ctx.tx, ctx.org.id);
  const today = dayIn(timeZone, ctx.clock);
  if (!isQuarterStart(today)) return 0;
  let opened = 0;
  for (const { establishment } of await establishmentsOf({ read: ctx.tx, org: ctx.org })) {
    const regions = establishment === null ? [] : [establishment];
    const [first] = ctx.policy.judge(quarterlyRule, {}, { regions });
    if (first === undefined) continue;
    const count = first.facts.dueDays;
    const made = await ctx.tx
      .insert(reviewRound)
      .values({
        orgId: ctx.org.id,
        id: newId(),
        quarter: quarterOf(today),
        establishment: establishment ?? NOWHERE,
        openedAt: ctx.clock,
        dueAt: dueAfter(ctx.clock, { count, unit: "day" }, timeZone),
      })
      .onConflictDoNothing()
      .returning({ id: reviewRound.id });
    opened += made.length;
  }
  return opened;
}
