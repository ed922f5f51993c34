import { lastDayOf } from "../deadline/due.ts";
import { deny, type Denial } from "../errors.ts";
import type { CONDITION_KINDS, GivenCondition } from "./package-schemas.ts";
import type { Period } from "../region/schemas.ts";
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
  askedOn: string | null;
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
  return [
    { ...demanded, demandedBy: region, afterAcceptance: false, askedOn: null, dueOn: null },
    ...stated,
  ];
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

/** States of a version that may still lead to a hire: its conditions are waited for. */
export const LIVE: readonly OfferState[] = ["draft", "pending", "approved", ...SETTLED_FROM];

/** Whether a version may still lead to a hire. */
export function isLive(offer: OfferState): boolean {
  return LIVE.includes(offer);
}

/**
 * Until when a works council may object that was asked on a day: the shortest of the periods that
 * its regions give it (Germany: a week, § 99 (3) BetrVG), or the day that the offer's author names,
 * if that is earlier. Null: no law and nobody says.
 */
export function objectsUntil(
  askedOn: string,
  periods: readonly Period[],
  named: string | null,
): string | null {
  const days = [
    ...periods.map((one) => lastDayOf(askedOn, one)),
    ...(named === null ? [] : [named]),
  ];
  return days.toSorted()[0] ?? null;
}

/**
 * Whether a works council's silence has become its consent: a law gives it its time (§ 99 (3)
 * BetrVG), that time is over, and nobody has settled the condition.
 */
export function isSilentConsent(
  condition: {
    kind: Kind;
    state: string;
    demandedBy: string | null;
    askedOn: string | null;
    dueOn: string | null;
  },
  offer: OfferState,
  today: string,
): boolean {
  const { kind, state, demandedBy, askedOn, dueOn } = condition;
  const waits = kind === "works_council" && state === "open" && askedOn !== null && isLive(offer);
  return waits && demandedBy !== null && dueOn !== null && dueOn < today;
}
