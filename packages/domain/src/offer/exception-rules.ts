import { deny, type Denial } from "../errors.ts";
import type { OfferState } from "./schemas.ts";

type Exception = { state: "asked" | "approved" | "refused" };

/** Asked for while the version is not sent yet, where it is needed, and once at a time. */
export function whyNotAskException(
  state: OfferState,
  exceptions: readonly Exception[],
  needed: boolean,
): Denial | null {
  if (state !== "draft" && state !== "pending" && state !== "approved") {
    return deny("OFFER_STATE", { state, command: "given an exception" });
  }
  if (exceptions.some((one) => one.state === "asked")) {
    return deny("EXCEPTION_STATE", { state: "asked" });
  }
  return needed ? null : deny("EXCEPTION_NEEDLESS", {});
}

/** Answered once, by somebody who neither wrote the offer nor asked; approved for its package alone. */
export function whyNotAnswerException(
  exception: Exception & { authorId: string; askedBy: string; fits: boolean },
  actorId: string | null,
  approve: boolean,
): Denial | null {
  if (exception.state !== "asked") return deny("EXCEPTION_STATE", { state: exception.state });
  if (exception.authorId === actorId) return deny("EXCEPTION_OWN", { as: "author" });
  if (exception.askedBy === actorId) return deny("EXCEPTION_OWN", { as: "asker" });
  return approve && !exception.fits ? deny("EXCEPTION_STALE", {}) : null;
}
