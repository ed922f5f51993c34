import type { Reader } from "@rubric/db";
import type { Denial } from "../errors.ts";
import { whyBlind } from "./seal.ts";
import { seatsOf, stagesOf } from "./seal-facts.ts";

/**
 * Why what a command answered a member at an instant is not answered again, or null: since then
 * they were seated, and now read nothing that judges the candidate (laws 1 and 14). Who owed a
 * scorecard then already was answered nothing of it, and is answered the same.
 */
export async function whyNotReadAgain(
  read: Reader,
  orgId: string,
  memberId: string,
  candidateId: string,
  at: Date,
): Promise<Denial | null> {
  const seats = (await seatsOf(read, orgId, candidateId)).filter(
    (seat) => seat.authorId === memberId,
  );
  if (seats.length === 0) return null;
  const stages = await stagesOf(read, orgId, candidateId);
  const then = seats.filter((seat) => seat.assignedAt.getTime() <= at.getTime());
  if (whyBlind(memberId, then, stages)?.code === "SEALED_OWES") return null;
  return whyBlind(memberId, seats, stages);
}
