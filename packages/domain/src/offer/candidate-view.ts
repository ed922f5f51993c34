import type { ReadCtx } from "../context.ts";
import { planLevels } from "../debrief/criteria.ts";
import { explain, type Denial, refuse } from "../errors.ts";
import { toInstant } from "../wire.ts";
import { factsOf, loadOffers, type LoadedOffers, type OfferRow } from "./facts.ts";
import { candidateConditions, packageView } from "./pay-view.ts";
import { whyNotAccept, whyNotAskChange, whyNotFrom } from "./rules.ts";
import type { CandidateOfferView } from "./schemas.ts";
import { rangeOf } from "./weigh.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "actor" | "clock">;

/** The offers of an application as the candidate reads them, newest first: those that were sent. */
export async function candidateOffers(
  ctx: Ctx,
  applicationId: string,
): Promise<CandidateOfferView[]> {
  const loaded = await loadOffers(ctx, applicationId);
  const levels = await planLevels(ctx.read, ctx.org.id, loaded.row.planId);
  return loaded.versions.flatMap((version) => asRead(ctx, loaded, version, levels) ?? []);
}

/** One offer as the candidate reads it after a command. */
export async function candidateOffer(
  ctx: Ctx,
  applicationId: string,
  offerId: string,
): Promise<CandidateOfferView> {
  const offers = await candidateOffers(ctx, applicationId);
  return offers.find((one) => one.id === offerId) ?? refuse("NOT_FOUND", {});
}

function asRead(
  ctx: Ctx,
  loaded: LoadedOffers,
  version: OfferRow,
  levels: readonly { key: string; name: string }[],
): CandidateOfferView | null {
  const { state, sentAt } = version;
  if (sentAt === null || state === "superseded") return null;
  if (state === "draft" || state === "pending" || state === "approved") return null;
  const facts = factsOf(ctx, loaded, version);
  const said = (denial: Denial | null) => denial && explain(denial);
  const range = rangeOf(loaded, version);
  return {
    id: version.id,
    number: version.number,
    state,
    job: loaded.job.title,
    level: levels.find((level) => level.key === version.levelKey)?.name ?? version.levelKey,
    amountMinor: version.amountMinor,
    currency: version.currency,
    range: range && {
      minMinor: range.minMinor,
      maxMinor: range.maxMinor,
      currency: range.currency,
    },
    startDate: version.startDate,
    expiresAt: toInstant(version.expiresAt),
    conditions: version.conditions,
    package: packageView(version),
    conditionList: candidateConditions(loaded, version),
    sentAt: toInstant(sentAt),
    answeredAt: toInstant(version.answeredAt),
    answer: version.answer,
    may: {
      accept: said(whyNotAccept(facts)),
      decline: said(whyNotFrom(state, "decline")),
      askChange: said(whyNotAskChange(facts)),
    },
  };
}
