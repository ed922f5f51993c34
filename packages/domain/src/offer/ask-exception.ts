import { newId } from "@rubric/db";
import { offerException } from "@rubric/db/schema";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { requireMember } from "../identity/access.ts";
import { refuse, refuseIf } from "../errors.ts";
import { whyNotAskException } from "./exception-rules.ts";
import { lockOffer } from "./facts.ts";
import { exceptionDeciders } from "./exception-deciders.ts";
import { figuresOf } from "./pay.ts";
import type { AskExceptionInput } from "./pay-schemas.ts";
import type { OfferPageView } from "./schemas.ts";
import { tellMember } from "./tell.ts";
import { offerPageView } from "./view.ts";
import { payView } from "./weigh.ts";

/**
 * Asks for leave to go outside band or range with this version at the package that it has now; it
 * is somebody else's to give (law 8), and whoever may is told.
 */
export async function askOfferException(
  ctx: CommandCtx,
  input: z.infer<typeof AskExceptionInput>,
): Promise<OfferPageView> {
  const { memberId } = requireMember(ctx);
  const { loaded, version } = await lockOffer(ctx, input.offerId);
  const { needsException } = payView(ctx, loaded, version, version);
  const own = loaded.exceptions.get(version.id) ?? [];
  refuseIf(whyNotAskException(version.state, own, needsException));
  const figures = figuresOf(version);
  const [asked] = await ctx.tx
    .insert(offerException)
    .values({
      orgId: ctx.org.id,
      id: newId(),
      offerId: version.id,
      state: "asked",
      ...figures,
      currency: version.currency,
      reason: input.reason,
      authorId: version.authorId,
      askedBy: memberId,
      askedAt: ctx.clock,
      answerReason: "",
    })
    .onConflictDoNothing()
    .returning();
  if (asked === undefined) return refuse("EXCEPTION_STATE", { state: "asked" });
  ctx.audit({
    subject: { kind: "offer", id: version.id },
    after: { exception: asked.id, ...figures, currency: version.currency, reason: input.reason },
    candidateId: loaded.row.candidateId,
  });
  for (const id of await exceptionDeciders(ctx, loaded, version, memberId)) {
    await tellMember(ctx, id, version.id, "offer.exceptionAsked");
  }
  return offerPageView(ctx, version.id);
}
