import { newId } from "@rubric/db";
import { offer } from "@rubric/db/schema";
import { lockApplication } from "../application/access.ts";
import { flowInForce } from "../approval/access.ts";
import type { CommandCtx } from "../context.ts";
import { requireMember } from "../identity/access.ts";
import { settleDeadlines } from "../deadline/settle.ts";
import { refuse, refuseIf } from "../errors.ts";
import { fitMembers, requireApprover } from "./approvers.ts";
import { bandRule } from "./band-rule.ts";
import { writeConditions } from "./conditions.ts";
import { factsOf, loadOffers, type LoadedOffers, type OfferRow } from "./facts.ts";
import { moveOffer } from "./move-offer.ts";
import { whyNotChange, whyNotDraft, whyNotPlace, whyNotTerms } from "./rules.ts";
import type { DraftOfferInput, OfferListView } from "./schemas.ts";
import { offerListView } from "./view.ts";
import { bandFacts, placesOf } from "./weigh.ts";

/** Writes a new version of an offer, or changes one's own draft, on a decision to offer (laws 5, 8). */
export async function draftOffer(ctx: CommandCtx, input: DraftOfferInput): Promise<OfferListView> {
  const { memberId } = requireMember(ctx);
  const row = await lockApplication(ctx, input.applicationId);
  const loaded = await loadOffers(ctx, row.id);
  const { decision } = loaded;
  refuseIf(whyNotDraft({ application: row.state, decided: decision !== null }));
  const { applicationId, offerId, conditionList, approverId: _named, ...given } = input;
  const version = loaded.versions.find((one) => one.id === offerId) ?? null;
  if (offerId !== null && version === null) return refuse("NOT_FOUND", {});
  if (version !== null) refuseIf(whyNotChange(factsOf(ctx, loaded, version)));
  const terms = {
    ...given,
    expiresAt: new Date(input.expiresAt),
    levelKey: decision?.levelKey ?? loaded.job.levelKey,
  };
  refuseIf(whyNotPlace(terms.workPlace, loaded.job.locations));
  refuseIf(whyNotTerms(terms, ctx.clock));
  const facts = bandFacts(loaded, terms, { step: "draft", clock: ctx.clock, version });
  ctx.policy.judge(bandRule, facts, placesOf(loaded, terms));
  const approverId = await approverOf(ctx, loaded, input.approverId ?? null, memberId);
  const written = await write(ctx, loaded, version, { ...terms, approverId }, memberId, {
    terms: { ...given, approverId, conditionList },
  });
  await writeConditions(ctx, written.id, placesOf(loaded, terms).regions, conditionList);
  await settleDeadlines(ctx, applicationId, "offer.conditions");
  return offerListView(ctx, applicationId);
}

async function write(
  ctx: CommandCtx,
  { row, versions }: LoadedOffers,
  version: OfferRow | null,
  terms: Omit<DraftOfferInput, "applicationId" | "offerId" | "conditionList" | "expiresAt"> & {
    expiresAt: Date;
    levelKey: string;
    approverId: string;
  },
  authorId: string,
  audit: Record<string, unknown>,
): Promise<OfferRow> {
  const { candidateId } = row;
  if (version !== null) return moveOffer(ctx, version, "change", terms, { candidateId, audit });
  const [written] = await ctx.tx
    .insert(offer)
    .values({
      orgId: ctx.org.id,
      id: newId(),
      applicationId: row.id,
      jobId: row.jobId,
      number: (versions[0]?.number ?? 0) + 1,
      state: "draft",
      ...terms,
      authorId,
      answer: "",
      createdAt: ctx.clock,
    })
    .returning();
  if (written === undefined) throw new Error("The offer was not written.");
  ctx.audit({
    subject: { kind: "offer", id: written.id },
    after: { state: "draft", number: written.number, ...audit },
    candidateId,
  });
  return written;
}

/**
 * The approver whom the author names; where a flow is in force, one of its own, whom they name or
 * the first who may: nobody picks who excepts their offer past the flow (law 8).
 */
async function approverOf(
  ctx: CommandCtx,
  { row }: LoadedOffers,
  named: string | null,
  authorId: string,
): Promise<string> {
  const flow = await flowInForce(ctx, row.jobId);
  if (named !== null) await requireApprover(ctx, row.candidateId, named, authorId);
  const fit = await fitMembers(ctx, row.candidateId, authorId);
  const own = (flow?.groups ?? [])
    .flatMap((group) => group.members.flatMap((one) => [one.memberId, one.standInId ?? ""]))
    .filter((id) => fit.has(id));
  return (
    own.find((id) => id === named) ??
    own[0] ??
    named ??
    refuse("APPROVER_UNFIT", { why: "unnamed" })
  );
}
