import { regionPack } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { whyNotDiscardPack } from "./pack-rules.ts";
import { lockPack } from "./packs.ts";
import type { RegionPackInput, RegionsView } from "./schemas.ts";
import { regionsView } from "./show.ts";

/** Drops a version that was never approved; it stays listed as discarded. */
export async function discardPack(
  ctx: CommandCtx,
  input: z.infer<typeof RegionPackInput>,
): Promise<RegionsView> {
  const pack = await lockPack(ctx, input.packId);
  refuseIf(whyNotDiscardPack(pack));
  const discarded = await ctx.tx
    .update(regionPack)
    .set({ state: "discarded" })
    .where(
      and(
        eq(regionPack.orgId, ctx.org.id),
        eq(regionPack.id, pack.id),
        eq(regionPack.state, "draft"),
      ),
    )
    .returning({ id: regionPack.id });
  const { number } = pack;
  if (discarded.length === 0) return refuse("REGION_PACK_STATE", { state: "discarded" });
  ctx.audit({
    subject: { kind: "region_pack", id: pack.id },
    before: { state: "draft" },
    after: { number, state: "discarded" },
  });
  return regionsView(ctx);
}
