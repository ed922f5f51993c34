import { offerCondition } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { endApplication } from "../application/end-application.ts";
import type { CommandCtx } from "../context.ts";
import { requireMember } from "../identity/access.ts";
import { settleDeadlines } from "../deadline/settle.ts";
import { refuse, refuseIf } from "../errors.ts";
import { dayIn, settingsOf } from "../job/access.ts";
import { giveBack } from "../requisition/seats.ts";
import { whyNotSettle } from "./condition-rules.ts";
import { councilDueOn } from "./conditions.ts";
import { lockOffer } from "./facts.ts";
import { moveOffer } from "./move-offer.ts";
import type { SettleConditionInput } from "./pay-schemas.ts";
import type { OfferPageView } from "./schemas.ts";
import { offerPageView } from "./view.ts";
import { placesOf } from "./weigh.ts";

/**
 * Says what became of a condition. Asking a works council begins its deadline, an answer ends it. One that failed after the acceptance lets the offer fall
 * through: the opening is open again, and the application ends.
 */
export async function settleOfferCondition(
  ctx: CommandCtx,
  input: z.infer<typeof SettleConditionInput>,
): Promise<OfferPageView> {
  const { memberId } = requireMember(ctx);
  const { loaded, version } = await lockOffer(ctx, input.offerId);
  const { candidateId } = loaded.row;
  const condition = (loaded.conditions.get(version.id) ?? []).find(
    (one) => one.id === input.conditionId,
  );
  if (condition === undefined) return refuse("NOT_FOUND", {});
  refuseIf(whyNotSettle(condition, input.as, version.state));
  const set =
    input.as === "asked"
      ? await askedNow(ctx, placesOf(loaded, version).regions, input)
      : { state: input.as, reason: input.reason, settledBy: memberId, settledAt: ctx.clock };
  const settled = await ctx.tx
    .update(offerCondition)
    .set(set)
    .where(
      and(
        eq(offerCondition.orgId, ctx.org.id),
        eq(offerCondition.id, condition.id),
        eq(offerCondition.state, "open"),
      ),
    )
    .returning({ id: offerCondition.id });
  if (settled.length === 0) refuse("CONDITION_STATE", { state: "settled" });
  const audit = { condition: condition.kind, as: input.as, reason: input.reason };
  const accepted = version.state === "accepted" || version.state === "confirmed";
  if (input.as === "failed" && accepted) {
    await moveOffer(
      ctx,
      version,
      "fellThrough",
      { state: "fell_through", stateReason: input.reason },
      { candidateId, audit: { ...audit, application: "rejected" } },
    );
    await giveBack(ctx, version.id);
    await endApplication(ctx, loaded.row, "rejected", "offer_fell_through");
    return offerPageView(ctx, version.id);
  }
  await settleDeadlines(ctx, loaded.row.id, "offer.settleCondition");
  ctx.audit({
    subject: { kind: "offer", id: version.id },
    before: { condition: condition.kind, state: condition.state },
    after: audit,
    candidateId,
  });
  return offerPageView(ctx, version.id);
}

/** From when on, and until when, a works council may object that was asked. */
async function askedNow(
  ctx: CommandCtx,
  places: readonly string[],
  { askedOn: said, reason }: z.infer<typeof SettleConditionInput>,
) {
  const { timeZone } = await settingsOf(ctx.read, ctx.org.id);
  const askedOn = said ?? dayIn(timeZone, ctx.clock);
  const dueOn = await councilDueOn(ctx, places, { askedOn, dueOn: null });
  return { askedOn, dueOn, reason };
}
