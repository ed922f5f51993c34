import { newId } from "@rubric/db";
import { decision, disclosure, offer } from "@rubric/db/schema";
import type { World } from "./deciding.ts";
import { makeApplication } from "./factories.ts";

/** An application that was decided to get an offer, and that offer, approved and not sent; as rows. */
export async function makeApprovedOffer({
  harness,
  org,
  cast,
  made,
}: World): Promise<{ applicationId: string; candidateId: string; offerId: string }> {
  const ids = await makeApplication(harness, org, made, { stage: "offer" });
  const { applicationId } = ids;
  const orgId = org.id;
  const offerId = newId();
  const at = new Date();
  await harness.within(orgId, async (tx) => {
    await tx.insert(decision).values({
      orgId,
      id: newId(),
      applicationId,
      stageId: made.stages.loop,
      kind: "offer",
      state: "recorded",
      levelKey: "senior",
      reason: "Figures and trade-offs throughout.",
      ratingsBefore: [],
      ratingsAfter: [],
      decidedBy: cast.manager.memberId,
      decidedAt: at,
    });
    await tx.insert(disclosure).values({
      orgId,
      id: newId(),
      applicationId,
      how: "post",
      payMinMinor: 6_000_000,
      payMaxMinor: 8_000_000,
      payCurrency: "EUR",
      at,
    });
    await tx.insert(offer).values({
      orgId,
      id: offerId,
      applicationId,
      jobId: made.jobId,
      number: 1,
      state: "approved",
      levelKey: "senior",
      amountMinor: 7_000_000,
      currency: "EUR",
      startDate: "2030-01-07",
      expiresAt: new Date(at.getTime() + 7 * 86_400_000),
      conditions: "",
      rangeReason: "",
      authorId: cast.recruiter.memberId,
      approverId: cast.approver.memberId,
      approvedAt: at,
      answer: "",
      createdAt: at,
    });
  });
  return { ...ids, offerId };
}
