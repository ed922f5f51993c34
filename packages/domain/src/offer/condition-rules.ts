import { deny, type Denial } from "../errors.ts";
import type { CONDITION_KINDS, GivenCondition } from "./package-schemas.ts";
import type { OfferState } from "./schemas.ts";

type Kind = (typeof CONDITION_KINDS)[number];

/** What a region says of a condition: that an offer states it, or only when it may be settled. */
export type RegionCondition = {
  kind: "works_council" | "background_check";
  words: string;
  /** ISO 3166 code. */
  region: string;
};

type Condition = {
  kind: Kind;
  words: string;
  demandedBy: string | null;
  afterAcceptance: boolean;
  dueOn: string | null;
};

/**
 * The conditions of an offer: what its author states, and the consent of a works council where a
 * region demands it. A background check nobody demands; where a region knows it, it comes after the
 * acceptance.
 */
export function joined(
  regions: readonly RegionCondition[],
  given: readonly GivenCondition[],
): Condition[] {
  const of = (kind: Kind) => regions.find((one) => one.kind === kind);
  const stated = given.map((one) => {
    const known = of(one.kind);
    return {
      ...one,
      demandedBy: known?.region ?? null,
      afterAcceptance: one.kind === "background_check" && known !== undefined,
    };
  });
  const council = of("works_council");
  if (council === undefined || stated.some((one) => one.kind === "works_council")) return stated;
  const { region, ...demanded } = council;
  return [{ ...demanded, demandedBy: region, afterAcceptance: false, dueOn: null }, ...stated];
}

const SETTLED_FROM: readonly OfferState[] = ["sent", "change_asked", "accepted", "confirmed"];

/**
 * open → met, waived, failed: while the offer is out or accepted; what the region wants after the
 * acceptance not before it. A works council is asked at any time.
 */
export function whyNotSettle(
  condition: {
    kind: Kind;
    state: string;
    demandedBy: string | null;
    afterAcceptance: boolean;
  },
  as: "asked" | "met" | "waived" | "failed",
  offer: OfferState,
): Denial | null {
  if (condition.state !== "open") return deny("CONDITION_STATE", { state: condition.state });
  const council = as === "asked" && condition.kind === "works_council";
  if (!SETTLED_FROM.includes(offer) && !council) {
    return deny("OFFER_STATE", { state: offer, command: "settled" });
  }
  const accepted = offer === "accepted" || offer === "confirmed";
  if (condition.afterAcceptance && !accepted) {
    return deny("CONDITION_EARLY", { region: condition.demandedBy ?? "this region" });
  }
  return null;
}

/** A week from a day, as a works council has it to object (BetrVG § 99 (3)). */
export function weekFrom(day: string): string {
  const at = new Date(`${day}T00:00:00.000Z`);
  at.setUTCDate(at.getUTCDate() + 7);
  return at.toISOString().slice(0, 10);
}
