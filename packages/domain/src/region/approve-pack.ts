import { regionPack } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { dayIn, settingsOf } from "../job/access.ts";
import { whyNotApprovePack } from "./pack-rules.ts";
import { lockPack } from "./packs.ts";
import type { RegionPackInput, RegionsView } from "./schemas.ts";
import { regionsView } from "./show.ts";

/** Has a version hold from its day on; never by who imported it. From here on it never changes. */
export async function approvePack(
  ctx: CommandCtx,
  input: z.infer<typeof RegionPackInput>,
): Promise<RegionsView> {
  const pack = await lockPack(ctx, input.packId);
  const orgId = ctx.org.id;
  const { memberId } = requireMember(ctx);
  const { timeZone } = await settingsOf(ctx.tx, orgId);
  refuseIf(whyNotApprovePack(pack, memberId, dayIn(timeZone, ctx.clock)));
  const approved = await ctx.tx
    .update(regionPack)
    .set({ state: "approved", approvedBy: memberId, approvedAt: ctx.clock })
    .where(
      and(eq(regionPack.orgId, orgId), eq(regionPack.id, pack.id), eq(regionPack.state, "draft")),
    )
    .returning({ id: regionPack.id });
  const { number, effectiveFrom } = pack;
  if (approved.length === 0) return refuse("REGION_PACK_STATE", { state: "approved" });
  ctx.audit({
    subject: { kind: "region_pack", id: pack.id },
    before: { state: "draft" },
    after: { number, state: "approved", effectiveFrom, author: pack.createdBy },
  });
  return regionsView(ctx);
}
