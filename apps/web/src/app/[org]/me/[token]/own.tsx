"use client";

import type { OwnView } from "@rubric/domain/candidate/schemas";
import { OwnPage } from "../../../../features/candidate/own-page.tsx";
import { OwnIdentification } from "../../../../features/fairness/own-identification.tsx";
import { CandidateOffer } from "../../../../features/offer/candidate-offer.tsx";

/** A candidate's own page with the offers that are out to them. */
export function Own({ initial, token }: { initial: OwnView; token: string }) {
  return (
    <OwnPage
      initial={initial}
      token={token}
      offer={(offer) => <CandidateOffer offer={offer} />}
      identification={<OwnIdentification />}
    />
  );
}
