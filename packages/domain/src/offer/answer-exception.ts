import { offerException } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { requireMember } from "../identity/access.ts";
import { refuse, refuseIf } from "../errors.ts";
import { whyNotAnswerException } from "./exception-rules.ts";
import { lockOffer } from "./facts.ts";
import type { AnswerExceptionInput } from "./pay-schemas.ts";
import type { OfferPageView } from "./schemas.ts";
import { tellMember } from "./tell.ts";
import { offerPageView } from "./view.ts";
import { fitsPackage } from "./weigh.ts";

/**
 * Approves or refuses an exception: never the offer's author, nor who asked for it (law 8). Both
 * are told.
 */
export async function answerOfferException(
  ctx: CommandCtx,
  input: z.infer<typeof AnswerExceptionInput>,
): Promise<OfferPageView> {
  const { memberId } = requireMember(ctx);
  const { loaded, version } = await lockOffer(ctx, input.offerId);
  const exception = (loaded.exceptions.get(version.id) ?? []).find(
    (one) => one.id === input.exceptionId,
  );
  if (exception === undefined) return refuse("NOT_FOUND", {});
  const fits = fitsPackage(exception, version);
  refuseIf(whyNotAnswerException({ ...exception, fits }, memberId, input.approve));
  const state = input.approve ? "approved" : "refused";
  const answered = await ctx.tx
    .update(offerException)
    .set({
      state,
      answeredBy: memberId,
      answeredAt: ctx.clock,
      answerReason: input.reason,
    })
    .where(
      and(
        eq(offerException.orgId, ctx.org.id),
        eq(offerException.id, exception.id),
        eq(offerException.state, "asked"),
      ),
    )
    .returning({ id: offerException.id });
  if (answered.length === 0) refuse("EXCEPTION_STATE", { state });
  const { baseMinor, withVariableMinor, totalMinor, currency } = exception;
  ctx.audit({
    subject: { kind: "offer", id: version.id },
    before: { exception: exception.id, state: "asked", reason: exception.reason },
    after: { state, reason: input.reason, baseMinor, withVariableMinor, totalMinor, currency },
    candidateId: loaded.row.candidateId,
  });
  for (const id of new Set([exception.askedBy, version.authorId])) {
    await tellMember(ctx, id, version.id, "offer.exceptionAnswered");
  }
  return offerPageView(ctx, version.id);
}
