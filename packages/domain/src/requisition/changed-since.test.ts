import { describe, expect, it } from "vitest";
import { makeJob, makeOrg } from "../../test/factories.ts";
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import { makeRequisition } from "../../test/requisitions.ts";
import { approveRequisition } from "./approve.ts";
import { draftRequisition } from "./draft.ts";
import { requestRequisition } from "./request.ts";
import { sendBackRequisition } from "./send-back.ts";
import { showRequisition } from "./show.ts";

const harness = useHarness();

describe("law 15: a requisition is approved as its approver read it", () => {
  it("is refused where its author asked for more seats between page and press", async () => {
    const { org, cast } = await makeOrg(harness);
    const made = await makeJob(harness, { org, cast }, { openings: 0 });
    const requisitionId = await makeRequisition(
      { harness, org, made },
      { state: "pending", seats: 1, author: cast.recruiter, approvers: [cast.approver] },
    );
    const read = await query(harness, org, cast.approver, "requisition.show", showRequisition, {
      requisitionId,
    });
    await command(harness, org, cast.recruiter, "requisition.sendBack", sendBackRequisition, {
      requisitionId,
      reason: "One more seat.",
    });
    await command(harness, org, cast.recruiter, "requisition.draft", draftRequisition, {
      requisitionId,
      jobId: made.jobId,
      title: read.title,
      frameworkId: read.frameworkId,
      levelKey: read.levelKey,
      locations: read.locations,
      seats: 50,
      band: read.band,
      reason: read.reason,
      groups: [{ name: "Finance", approvals: 1, memberIds: [cast.approver.memberId] }],
    });
    await command(harness, org, cast.recruiter, "requisition.request", requestRequisition, {
      requisitionId,
    });
    const approve = (round: number) =>
      command(harness, org, cast.approver, "requisition.approve", approveRequisition, {
        requisitionId,
        round,
      });
    expect(await refusal(approve(read.round))).toBe("CHANGED_SINCE_READ");
    expect((await approve(read.round + 1)).state).toBe("approved");
  });
});
