import { member, memberAbsence } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { toInstant } from "../wire.ts";
import { whyNotAway } from "./rules.ts";
import type { AwayView, SetAwayInput } from "./schemas.ts";

/**
 * Says from when until when one is away and who stands in, or that one is not. One's deadlines go to
 * them for that time and come back after it, without anything being moved (law 11).
 */
export async function setAway(
  ctx: CommandCtx,
  input: z.infer<typeof SetAwayInput>,
): Promise<z.infer<typeof AwayView>> {
  const { memberId } = requireMember(ctx);
  const before = await absenceOf(ctx, memberId);
  await ctx.tx
    .delete(memberAbsence)
    .where(and(eq(memberAbsence.orgId, ctx.org.id), eq(memberAbsence.memberId, memberId)));
  if (input.away !== null) {
    const { standInId } = input.away;
    const from = new Date(input.away.from);
    const until = new Date(input.away.until);
    const standIn = standInId === null ? null : await standInOf(ctx, standInId);
    refuseIf(whyNotAway({ memberId, from, until, standIn }, ctx.clock));
    await ctx.tx
      .insert(memberAbsence)
      .values({ orgId: ctx.org.id, memberId, from, until, standInId });
  }
  ctx.audit({
    subject: { kind: "member", id: memberId },
    before: { away: before !== null },
    after: { away: input.away },
  });
  return { absence: await absenceOf(ctx, memberId) };
}

async function standInOf(ctx: CommandCtx, memberId: string) {
  const [row] = await ctx.tx
    .select({ state: member.state, kind: member.kind })
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), eq(member.id, memberId)));
  if (row === undefined) return refuse("NOT_FOUND", {});
  return { id: memberId, active: row.state === "active" && row.kind === "person" };
}

/** When a member is away, until it is over. */
export async function absenceOf(
  ctx: Pick<ReadCtx, "read" | "org" | "clock">,
  memberId: string,
): Promise<z.infer<typeof AwayView>["absence"]> {
  const [row] = await ctx.read
    .select({
      from: memberAbsence.from,
      until: memberAbsence.until,
      standInId: memberAbsence.standInId,
      name: member.name,
    })
    .from(memberAbsence)
    .leftJoin(
      member,
      and(eq(member.orgId, memberAbsence.orgId), eq(member.id, memberAbsence.standInId)),
    )
    .where(and(eq(memberAbsence.orgId, ctx.org.id), eq(memberAbsence.memberId, memberId)));
  if (row === undefined || row.until <= ctx.clock) return null;
  return {
    from: toInstant(row.from),
    until: toInstant(row.until),
    standIn:
      row.standInId === null || row.name === null
        ? null
        : { memberId: row.standInId, name: row.name },
  };
}
