import { offerCondition } from "@rubric/db/schema";
import type { Member } from "@rubric/domain/context";
import {
  acceptOffer,
  answerOfferException,
  approveOffer,
  askOfferChange,
  askOfferException,
  confirmOffer,
  declineOffer,
  draftOffer,
  requestOffer,
  sendOffer,
  settleOfferCondition,
} from "@rubric/domain/offer";
import { eq } from "drizzle-orm";
import { asCandidate, refused } from "./acting.ts";
import { type Case, later, lately } from "./journey.ts";
import { withinOrg } from "./organization.ts";

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

export type Terms = {
  /** Why it lies outside the range of the post. */
  rangeReason?: string;
  /** Who approves instead of the job's approver. */
  approver?: Member;
  /** Decided with two of three scorecards; the third came later. */
  short?: boolean;
};

/** Writes an offer after the decision to offer, and takes it as far as the story goes. */
export async function makeOffer(
  one: Case,
  end: OfferEnd,
  amountMinor: number,
  terms: Terms,
): Promise<void> {
  const { acting, calendar, now } = one.world;
  const { recruiter } = one.job;
  const approver = terms.approver ?? one.job.approver;
  const next = () => later(one, 1, 10);
  // What waits for somebody was written today.
  const at = end === "draft" || end === "pending" ? lately(one, 5, next) : next();
  const asked = {
    applicationId: one.applicationId,
    offerId: null,
    amountMinor,
    currency: "EUR",
    // Who has joined began with the day on which they did.
    startDate: end === "confirmed" ? day(calendar?.ago(3, 9) ?? now, 0) : day(now, 60),
    expiresAt: (calendar?.coming(6, 17) ?? new Date(now.getTime() + 9 * 24 * HOUR)).toISOString(),
    conditions: "",
    rangeReason: terms.rangeReason ?? "",
    approverId: approver.memberId,
    variableMinor: Math.round(amountMinor * 0.03),
    variablePercent: 3,
    equity: "0.02 % in options over four years, with a cliff of one",
    equityMinor: null,
    workPlace: null,
    signingMinor: 0,
    benefits: [
      { name: "30 days of leave", valueMinor: null },
      { name: "A ticket for local trains", valueMinor: 69_600 },
    ],
    conditionList: [
      {
        kind: "right_to_work" as const,
        words: "A permit to work, where one is needed.",
        askedOn: null,
        dueOn: null,
      },
    ],
  };
  if (terms.rangeReason !== undefined) {
    const without = { ...asked, rangeReason: "" };
    await refused(acting, recruiter, at, "offer.draft", draftOffer, without);
  }
  const drafted = await acting.act(recruiter, at, "offer.draft", draftOffer, asked);
  const offerId = drafted.versions[0]?.id;
  if (end === "draft" || offerId === undefined) return;
  if (terms.rangeReason !== undefined) await excepted(one, offerId, terms.rangeReason);
  await acting.act(recruiter, soon(one, 1), "offer.request", requestOffer, { offerId });
  if (end === "pending") return;
  await acting.act(approver, soon(one, 5), "offer.approve", approveOffer, { offerId });
  if (end === "approved") return;
  await acting.act(recruiter, soon(one, 1), "offer.send", sendOffer, { offerId });
  if (end === "sent") return;
  const candidate = asCandidate(one.candidateId);
  const answered = later(one, 2, 18);
  if (end === "change_asked") {
    const words = "Would a four-day week be possible for the first year? I teach on Fridays.";
    await acting.act(candidate, answered, "offer.askChange", askOfferChange, { offerId, words });
    return;
  }
  if (end === "declined") {
    const words = "Thank you for the good talks. I have accepted an offer closer to my family.";
    await acting.act(candidate, answered, "offer.decline", declineOffer, { offerId, words });
    return;
  }
  await acting.act(candidate, answered, "offer.accept", acceptOffer, { offerId });
  if (end === "accepted") return;
  for (const { id, kind } of await conditionsOf(one, offerId)) {
    await acting.act(recruiter, soon(one, 20), "offer.settleCondition", settleOfferCondition, {
      offerId,
      conditionId: id,
      as: "met",
      askedOn: null,
      reason:
        kind === "works_council"
          ? "The council consented in its meeting."
          : "Shown in the original.",
    });
  }
  await acting.act(recruiter, later(one, 1, 11), "offer.confirm", confirmOffer, { offerId });
}

/** The recruiter asks for an exception, and the hiring manager approves it. */
async function excepted(one: Case, offerId: string, reason: string): Promise<void> {
  const { acting } = one.world;
  const view = await acting.act(
    one.job.recruiter,
    soon(one, 0.2),
    "offer.askException",
    askOfferException,
    { offerId, reason },
  );
  await acting.act(one.job.manager, soon(one, 0.5), "offer.answerException", answerOfferException, {
    offerId,
    exceptionId: view.offer.exceptions[0]?.id ?? "",
    approve: true,
    reason: "Cheaper than the contractor, and the next review of the band is in spring.",
  });
}

async function conditionsOf({ world }: Case, offerId: string) {
  return withinOrg(world.db, world.org.id, (tx) =>
    tx
      .select({ id: offerCondition.id, kind: offerCondition.kind })
      .from(offerCondition)
      .where(eq(offerCondition.offerId, offerId)),
  );
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
