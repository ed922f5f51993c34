import type { Reader } from "@rubric/db";
import { refuseIf } from "../errors.ts";
import { whyNotReadAgain } from "./seal.ts";
import { seatsOf, stagesOf } from "./seal-facts.ts";

/** Refuses a member what a command answered them at an instant, if they were sealed since. */
export async function refuseReadAgain(
  read: Reader,
  orgId: string,
  memberId: string,
  candidateId: string,
  at: Date,
): Promise<void> {
  const seats = await seatsOf(read, orgId, candidateId);
  if (seats.every((seat) => seat.authorId !== memberId)) return;
  refuseIf(whyNotReadAgain(memberId, seats, await stagesOf(read, orgId, candidateId), at));
}
