import { newId } from "@rubric/db";
import { placement } from "@rubric/db/schema";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { requireMember } from "../identity/access.ts";
import { requirePublishedLevel } from "../review/access.ts";
import type { LadderView, PlaceInput } from "./schemas.ts";
import { ladderView } from "./view.ts";

/** Places a member on a level of the ladder, with a reason; the places before it stay. */
export async function place(
  ctx: CommandCtx,
  { memberId, levelId, from, reason }: z.infer<typeof PlaceInput>,
): Promise<LadderView> {
  const level = await requirePublishedLevel(ctx, levelId);
  const id = newId();
  await ctx.tx.insert(placement).values({
    orgId: ctx.org.id,
    id,
    memberId,
    versionId: level.versionId,
    levelId,
    from,
    reason,
    placedBy: requireMember(ctx).memberId,
    createdAt: ctx.clock,
  });
  // Ids alone: where somebody stands is the pair's, and the trail has other readers.
  ctx.audit({ subject: { kind: "placement", id }, after: { memberId, from } });
  return ladderView(ctx, memberId, { levelId: null, region: null });
}
