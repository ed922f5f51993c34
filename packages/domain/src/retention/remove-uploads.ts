import { file } from "@rubric/db/schema";
import { and, eq, inArray, isNull, lt } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";

const AT_ONCE = 200;

/** Deletes files that nobody claimed within a day of being sent. Returns how many. */
export async function removeUploads(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock" | "limits">,
): Promise<number> {
  const before = new Date(ctx.clock.getTime() - ctx.limits.unclaimedFileHours * 3_600_000);
  const unclaimed = and(
    eq(file.orgId, ctx.org.id),
    isNull(file.candidateId),
    isNull(file.memberId),
    lt(file.createdAt, before),
  );
  const some = ctx.tx.select({ id: file.id }).from(file).where(unclaimed).limit(AT_ONCE);
  const deleted = await ctx.tx
    .delete(file)
    .where(and(unclaimed, inArray(file.id, some)))
    .returning({ id: file.id });
  return deleted.length;
}
