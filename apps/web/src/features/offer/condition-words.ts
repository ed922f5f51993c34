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
