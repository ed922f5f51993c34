import {
  acceptOffer,
  approveOffer,
  askOfferChange,
  confirmOffer,
  declineOffer,
  draftOffer,
  requestOffer,
  sendOffer,
} from "@rubric/domain/offer";
import { asCandidate } from "./acting.ts";
import { type Case, later } from "./journey.ts";

const HOUR = 3_600_000;

export type OfferEnd =
  | "draft"
  | "pending"
  | "approved"
  | "sent"
  | "change_asked"
  | "accepted"
  | "declined"
  | "confirmed";

/** Writes an offer after the decision to offer, and takes it as far as the story goes. */
export async function makeOffer(one: Case, end: OfferEnd, amountMinor: number): Promise<void> {
  const { acting, now } = one.world;
  const { recruiter, approver } = one.job;
  const drafted = await acting.act(recruiter, later(one, 1, 10), "offer.draft", draftOffer, {
    applicationId: one.applicationId,
    offerId: null,
    amountMinor,
    currency: "EUR",
    startDate: day(now, 60),
    expiresAt: new Date(now.getTime() + 9 * 24 * HOUR).toISOString(),
    conditions: "A work permit, where one is needed. Nothing else.",
    rangeReason: "",
    approverId: approver.memberId,
  });
  const offerId = drafted.versions[0]?.id;
  if (end === "draft" || offerId === undefined) return;
  await acting.act(recruiter, soon(one, 1), "offer.request", requestOffer, { offerId });
  if (end === "pending") return;
  await acting.act(approver, soon(one, 5), "offer.approve", approveOffer, { offerId });
  if (end === "approved") return;
  await acting.act(recruiter, soon(one, 1), "offer.send", sendOffer, { offerId });
  if (end === "sent") return;
  const candidate = asCandidate(one.candidateId);
  const at = later(one, 2, 18);
  if (end === "change_asked") {
    const words = "Would a four-day week be possible for the first year? I have a small child.";
    await acting.act(candidate, at, "offer.askChange", askOfferChange, { offerId, words });
    return;
  }
  if (end === "declined") {
    const words = "Thank you for the good talks. I have accepted an offer closer to my family.";
    await acting.act(candidate, at, "offer.decline", declineOffer, { offerId, words });
    return;
  }
  await acting.act(candidate, at, "offer.accept", acceptOffer, { offerId });
  if (end === "accepted") return;
  await acting.act(recruiter, later(one, 1, 11), "offer.confirm", confirmOffer, { offerId });
}

/** Some hours later, at the latest now. */
function soon(one: Case, hours: number): Date {
  const wanted = one.clock.getTime() + hours * HOUR;
  const latest = one.world.now.getTime() - 60_000;
  one.clock = new Date(Math.max(one.clock.getTime() + 1000, Math.min(wanted, latest)));
  return one.clock;
}

/** A calendar day so many days after an instant. */
function day(from: Date, days: number): string {
  return new Date(from.getTime() + days * 24 * HOUR).toISOString().slice(0, 10);
}
