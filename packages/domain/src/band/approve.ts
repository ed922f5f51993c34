import { payBand } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { requireMember } from "../identity/access.ts";
import { refuse, refuseIf } from "../errors.ts";
import { dayOf, lockBand } from "./access.ts";
import { whyNotApproveBand } from "./rules.ts";
import type { BandInput, BandListView } from "./schemas.ts";
import { bandListView } from "./view.ts";

/** draft → approved: by another admin than its author; the versions before it stay (law 8). */
export async function approveBand(
  ctx: CommandCtx,
  input: z.infer<typeof BandInput>,
): Promise<BandListView> {
  const { memberId } = requireMember(ctx);
  const band = await lockBand(ctx, input.bandId);
  refuseIf(whyNotApproveBand(band, memberId, dayOf(ctx.clock)));
  const approved = await ctx.tx
    .update(payBand)
    .set({ state: "approved", approvedBy: memberId, approvedAt: ctx.clock })
    .where(and(eq(payBand.orgId, ctx.org.id), eq(payBand.id, band.id), eq(payBand.state, "draft")))
    .returning({ id: payBand.id });
  if (approved.length === 0) refuse("BAND_STATE", { state: "approved" });
  const { levelKey, region, number, currency, minMinor, midMinor, maxMinor, effectiveFrom } = band;
  ctx.audit({
    subject: { kind: "pay_band", id: band.id },
    before: { state: "draft" },
    after: {
      state: "approved",
      levelKey,
      region,
      number,
      currency,
      minMinor,
      midMinor,
      maxMinor,
      effectiveFrom,
    },
  });
  return bandListView(ctx, band.frameworkId);
}
