import type { OfferView } from "@rubric/domain/offer/schemas";

type Condition = OfferView["conditionList"][number];

export const CONDITION_WORDS = {
  works_council: "Consent of the works council",
  background_check: "Background check",
  right_to_work: "Right to work",
  other: "Something else",
} as const satisfies Record<Condition["kind"], string>;

export const CONDITION_STATE = {
  open: "Open",
  met: "Met",
  waived: "Waived",
  failed: "Failed",
} as const satisfies Record<Condition["state"], string>;

export type SettledAs = "asked" | "met" | "waived" | "failed";

const SETTLE = {
  asked: "The council was asked",
  met: "It is met",
  waived: "Waive it",
  failed: "It failed",
} as const satisfies Record<SettledAs, string>;

/** What one says of a condition, as on its button. */
export function settleWords(kind: Condition["kind"], as: SettledAs): string {
  if (kind === "works_council" && as === "met") return "It consented";
  if (kind === "works_council" && as === "failed") return "It objected";
  return SETTLE[as];
}
