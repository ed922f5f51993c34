import { payBand } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { lockBand } from "./access.ts";
import { whyNotDiscardBand } from "./rules.ts";
import type { BandListView, DiscardBandInput } from "./schemas.ts";
import { bandListView } from "./view.ts";

/** draft → discarded, with a reason. */
export async function discardBand(
  ctx: CommandCtx,
  input: z.infer<typeof DiscardBandInput>,
): Promise<BandListView> {
  const band = await lockBand(ctx, input.bandId);
  refuseIf(whyNotDiscardBand(band));
  await ctx.tx
    .update(payBand)
    .set({ state: "discarded" })
    .where(and(eq(payBand.orgId, ctx.org.id), eq(payBand.id, band.id), eq(payBand.state, "draft")));
  ctx.audit({
    subject: { kind: "pay_band", id: band.id },
    before: { state: "draft" },
    after: { state: "discarded", reason: input.reason },
  });
  return bandListView(ctx, band.frameworkId);
}
