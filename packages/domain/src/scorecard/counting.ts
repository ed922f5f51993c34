import type { Seat } from "./seal.ts";

type Counted = Pick<Seat, "state" | "shadow" | "countsToQuorum" | "interviewState">;

/**
 * Whether a scorecard counts (laws 2 and 4): submitted with enough ratings, not by a shadow, and of
 * an interview that took place.
 */
export function isCounted(seat: Counted): boolean {
  const missed = seat.interviewState === "cancelled" || seat.interviewState === "absent";
  return seat.state === "submitted" && seat.countsToQuorum && !seat.shadow && !missed;
}
