import { auditDetail, requisition } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { makeOffer, makeOfferable, type World } from "../../test/deciding.ts";
import { command, useHarness } from "../../test/harness.ts";
import { useKeeping } from "../../test/keeping.ts";
import { makeRequisition } from "../../test/requisitions.ts";
import { eraseCandidate } from "../retention/erase-candidate.ts";
import { draftRequisition } from "./draft.ts";
import { sendBackRequisition } from "./send-back.ts";

const harness = useHarness();
const keeping = useKeeping(harness);

describe("law 10: the words about an erased person's offer", () => {
  it("go from the requisition that was raised for it, and from its audit details", async () => {
    const { org, cast, berlin } = keeping.world;
    const world: World = { harness, org, cast, made: berlin };
    const { applicationId, candidateId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "approved");
    const requisitionId = await makeRequisition(world, {
      state: "pending",
      author: cast.recruiter,
      approvers: [cast.approver],
      offerId,
    });
    await command(harness, org, cast.approver, "requisition.sendBack", sendBackRequisition, {
      requisitionId,
      reason: "Why Quinn Planted?",
    });
    await command(harness, org, cast.recruiter, "requisition.draft", draftRequisition, {
      requisitionId,
      jobId: berlin.jobId,
      title: "As the job",
      frameworkId: berlin.frameworkId,
      levelKey: "senior",
      locations: ["DE-BE"],
      seats: 2,
      band: null,
      reason: "For Quinn Planted, who knows payouts.",
      groups: [{ name: "Finance", approvals: 1, memberIds: [cast.approver.memberId] }],
    });
    const { id: erasureId } = await keeping.ask(candidateId);
    await keeping.asWorker((ctx) => eraseCandidate(ctx, { erasureId }));
    expect(await keeping.person(candidateId)).toMatchObject({ name: "Erased person" });
    const left = await harness.within(org.id, async (tx) => [
      await tx.select().from(requisition).where(eq(requisition.id, requisitionId)),
      await tx.select({ details: auditDetail.details }).from(auditDetail),
    ]);
    expect(JSON.stringify(left)).not.toContain("Planted");
  });
});
