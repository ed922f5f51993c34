import { checkIn } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { checkInView, todayOf } from "./access.ts";
import { whyNotReply } from "./rules.ts";
import type { CheckInView, ReplyCheckInInput } from "./schemas.ts";

/** Answers a check-in of somebody one manages, once, as it was read; from then on it stays. */
export async function replyCheckIn(
  ctx: CommandCtx,
  { memberId, checkInId, revision, reply }: z.infer<typeof ReplyCheckInInput>,
): Promise<CheckInView> {
  const its = and(
    eq(checkIn.orgId, ctx.org.id),
    eq(checkIn.memberId, memberId),
    eq(checkIn.id, checkInId),
  );
  const [found] = await ctx.tx.select().from(checkIn).where(its).for("no key update");
  if (found === undefined) return refuse("NOT_FOUND", {});
  const answered = found.repliedAt !== null;
  refuseIf(whyNotReply({ revision: found.revision, answered }, revision));
  const { memberId: by, name } = requireMember(ctx);
  const [row] = await ctx.tx
    .update(checkIn)
    .set({ reply, repliedBy: by, repliedAt: ctx.clock })
    .where(and(its, isNull(checkIn.repliedAt)))
    .returning();
  if (row === undefined) return refuse("CHECK_IN_ANSWERED", {});
  ctx.audit({ subject: { kind: "check_in", id: row.id }, after: { memberId, answered: true } });
  return checkInView(ctx, { row, replier: name }, await todayOf(ctx));
}
