import { application, deadline } from "@rubric/db/schema";
import { and, asc, eq, inArray, isNotNull, notExists, sql } from "drizzle-orm";
import { lockApplication } from "../application/access.ts";
import type { CommandCtx } from "../context.ts";
import { settleDeadlines } from "./settle.ts";

const AT_ONCE = 100;

/**
 * Begins the deadlines of applications under way that were there before deadlines were kept: a word
 * was promised, and nothing says so. Returns how many applications; from then on commands do it.
 */
export async function catchUp(ctx: CommandCtx): Promise<number> {
  const known = ctx.tx
    .select({ one: sql`1` })
    .from(deadline)
    .where(and(eq(deadline.orgId, application.orgId), eq(deadline.applicationId, application.id)));
  const rows = await ctx.tx
    .select({ id: application.id })
    .from(application)
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        inArray(application.state, ["active", "on_hold"]),
        isNotNull(application.nextWordAt),
        notExists(known),
      ),
    )
    .orderBy(asc(application.id))
    .limit(AT_ONCE);
  for (const { id } of rows) {
    await lockApplication(ctx, id);
    await settleDeadlines(ctx, id, "deadline.caught_up");
  }
  return rows.length;
}
