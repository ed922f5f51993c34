import { newId } from "@rubric/db";
import { payBand } from "@rubric/db/schema";
import type { Member } from "../src/context.ts";
import { answerOfferException } from "../src/offer/answer-exception.ts";
import { approveOffer } from "../src/offer/approve.ts";
import { askOfferException } from "../src/offer/ask-exception.ts";
import { requestOffer } from "../src/offer/request.ts";
import { saveApprovalFlow } from "../src/approval/save-flow.ts";
import type { SaveFlowInput } from "../src/approval/schemas.ts";
import type { World } from "./deciding.ts";
import type { Rows } from "./factories.ts";
import { command } from "./harness.ts";

/** A band of the senior level in Germany, EUR 49,000 to 69,000, in force since long. */
export async function makeBand(
  { harness, org, cast, made }: Pick<World, "org" | "cast" | "made"> & { harness: Rows },
  changed: Partial<typeof payBand.$inferInsert> = {},
): Promise<void> {
  await harness.within(org.id, (tx) =>
    tx.insert(payBand).values({
      orgId: org.id,
      id: newId(),
      frameworkId: made.frameworkId,
      levelKey: "senior",
      region: "DE",
      number: 1,
      state: "approved",
      currency: "EUR",
      minMinor: 4_900_000,
      midMinor: 5_900_000,
      maxMinor: 6_900_000,
      effectiveFrom: "2026-01-01",
      ends: false,
      reason: "The market.",
      example: "",
      authorId: cast.admin.memberId,
      createdAt: new Date(),
      approvedBy: cast.approver.memberId,
      approvedAt: new Date(),
      ...changed,
    }),
  );
}

/** Asks for the approval of an offer as its author. */
export function requestAs({ harness, org, cast }: World, offerId: string, verb = requestOffer) {
  return command(harness, org, cast.recruiter, "offer.request", verb, { offerId });
}

/** Gives one approval. */
export function approveAs({ harness, org }: World, actor: Member, offerId: string) {
  return command(harness, org, actor, "offer.approve", approveOffer, { offerId });
}

/** Asks for an exception; returns its id. */
export async function askExceptionAs(
  { harness, org }: World,
  actor: Member,
  offerId: string,
): Promise<string> {
  const view = await command(harness, org, actor, "offer.askException", askOfferException, {
    offerId,
    reason: "Ran this very system before.",
  });
  return view.offer.exceptions[0]?.id ?? "";
}

/** Answers an exception. */
export function answerAs(
  { harness, org }: World,
  actor: Member,
  of: { offerId: string; exceptionId: string },
  approve = true,
) {
  const input = { ...of, approve, reason: "We know the market." };
  return command(harness, org, actor, "offer.answerException", answerOfferException, input);
}

/** A seat of a group, with its stand-in. */
export function seat(member: Member, standIn: Member | null = null) {
  return { memberId: member.memberId, standInId: standIn?.memberId ?? null };
}

/** Saves the organization's flow as its admin. */
export function saveFlow(
  { harness, org, cast }: World,
  groups: SaveFlowInput["groups"],
  previous = 0,
) {
  const input = { groups, previous, reason: "Two pairs of eyes." };
  return command(harness, org, cast.admin, "approval.saveFlow", saveApprovalFlow, input);
}
