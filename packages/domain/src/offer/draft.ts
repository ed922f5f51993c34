import { newId } from "@rubric/db";
import { offer } from "@rubric/db/schema";
import { lockApplication } from "../application/access.ts";
import type { CommandCtx } from "../context.ts";
import { requireMember } from "../debrief/session.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireApprover } from "./approvers.ts";
import { factsOf, loadOffers } from "./facts.ts";
import { moveOffer } from "./move-offer.ts";
import { whyNotChange, whyNotDraft, whyNotTerms } from "./rules.ts";
import type { DraftOfferInput, OfferListView } from "./schemas.ts";
import { offerListView } from "./view.ts";

/** Writes a new version of an offer, or changes one's own draft, on a decision to offer (laws 5, 8). */
export async function draftOffer(ctx: CommandCtx, input: DraftOfferInput): Promise<OfferListView> {
  const { memberId } = requireMember(ctx);
  const row = await lockApplication(ctx, input.applicationId);
  const loaded = await loadOffers(ctx, row.id);
  const { decision, range } = loaded;
  refuseIf(whyNotDraft({ application: row.state, decided: decision !== null }));
  const { applicationId, offerId, ...given } = input;
  const terms = {
    ...given,
    expiresAt: new Date(input.expiresAt),
    levelKey: decision?.levelKey ?? loaded.job.levelKey,
  };
  const version = loaded.versions.find((one) => one.id === offerId);
  if (offerId !== null && version === undefined) return refuse("NOT_FOUND", {});
  if (version !== undefined) refuseIf(whyNotChange(factsOf(ctx, loaded, version)));
  refuseIf(whyNotTerms(terms, range, ctx.clock));
  await requireApprover(ctx, row.candidateId, input.approverId, memberId);

  if (version !== undefined) {
    await moveOffer(ctx, version, "change", terms, {
      candidateId: row.candidateId,
      audit: { terms: given },
    });
    return offerListView(ctx, row.id);
  }
  const [written] = await ctx.tx
    .insert(offer)
    .values({
      orgId: ctx.org.id,
      id: newId(),
      applicationId,
      jobId: row.jobId,
      number: (loaded.versions[0]?.number ?? 0) + 1,
      state: "draft",
      ...terms,
      authorId: memberId,
      answer: "",
      createdAt: ctx.clock,
    })
    .returning();
  if (written === undefined) throw new Error("The offer was not written.");
  ctx.audit({
    subject: { kind: "offer", id: written.id },
    after: { state: "draft", number: written.number, terms: given },
    candidateId: row.candidateId,
  });
  return offerListView(ctx, row.id);
}
