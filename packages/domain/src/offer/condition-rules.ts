import { deny, type Denial } from "../errors.ts";
import type { CONDITION_KINDS, GivenCondition } from "./package-schemas.ts";
import type { OfferState } from "./schemas.ts";

type Kind = (typeof CONDITION_KINDS)[number];

/** A condition that a region demands of every offer there. */
export type DemandedCondition = {
  kind: Kind;
  words: string;
  /** ISO 3166 code. */
  region: string;
  /** Not before the offer is accepted. */
  afterAcceptance: boolean;
};

type Condition = {
  kind: Kind;
  words: string;
  demandedBy: string | null;
  afterAcceptance: boolean;
  dueOn: string | null;
};

/**
 * What the regions demand and what the author adds, each once: of one kind the demanded one stands,
 * with the day that the author gave; of `other` all stand.
 */
export function joined(
  demanded: readonly DemandedCondition[],
  given: readonly GivenCondition[],
): Condition[] {
  const kinds = new Map<string, Condition>();
  for (const { region, ...one } of demanded) {
    const key = one.kind === "other" ? `other ${one.words}` : one.kind;
    if (kinds.has(key)) continue;
    const same = given.find((each) => each.kind === one.kind && one.kind !== "other");
    kinds.set(key, { ...one, demandedBy: region, dueOn: same?.dueOn ?? null });
  }
  for (const one of given) {
    const key = one.kind === "other" ? `other ${one.words}` : one.kind;
    if (!kinds.has(key)) kinds.set(key, { ...one, demandedBy: null, afterAcceptance: false });
  }
  return [...kinds.values()];
}

const SETTLED_FROM: readonly OfferState[] = ["sent", "change_asked", "accepted", "confirmed"];

/**
 * open → met, waived, failed: while the offer is out or accepted; what the region wants after the
 * acceptance not before it, what it demands never waived.
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
  if (as === "waived" && condition.demandedBy !== null) {
    return deny("CONDITION_DEMANDED", { region: condition.demandedBy });
  }
  return null;
}

/** A week from a day, as a works council has it to object (BetrVG § 99 (3)). */
export function weekFrom(day: string): string {
  const at = new Date(`${day}T00:00:00.000Z`);
  at.setUTCDate(at.getUTCDate() + 7);
  return at.toISOString().slice(0, 10);
}
