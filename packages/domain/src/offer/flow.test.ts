import { member, offerGroup } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { makeOffer, makeOfferable, terms, type World } from "../../test/deciding.ts";
import { makeJob, makeOrg, makeRelation } from "../../test/factories.ts";
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import {
  answerAs,
  approveAs,
  askExceptionAs,
  makeBand,
  requestAs,
  saveFlow,
  seat,
} from "../../test/paying.ts";
import { saveJobApprovalFlow } from "../approval/save-job-flow.ts";
import { showApprovalFlow } from "../approval/show-flow.ts";
import { showJobApprovalFlow } from "../approval/show-job-flow.ts";
import type { Member } from "../context.ts";
import { showHome } from "../home/show.ts";
import { draftOffer } from "./draft.ts";
import { replaceOfferApprover } from "./replace-approver.ts";
import { sendBackOffer } from "./send-back.ts";

const harness = useHarness();
let world: World;

beforeEach(async () => {
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }, { openings: 5 }) };
});

const group = (name: string, members: ReturnType<typeof seat>[], approvals = 1) => ({
  name,
  approvals,
  members,
});

async function pending(): Promise<{ offerId: string; applicationId: string; candidateId: string }> {
  const ids = await makeOfferable(world);
  return { ...ids, offerId: await makeOffer(world, ids.applicationId, "pending") };
}

async function disable(one: Member): Promise<void> {
  await harness.within(world.org.id, (tx) =>
    tx
      .update(member)
      .set({ state: "disabled" })
      .where(and(eq(member.orgId, world.org.id), eq(member.id, one.memberId))),
  );
}

const replace = (memberId: string, byMemberId: string, offerId: string) =>
  command(harness, world.org, world.cast.recruiter, "offer.replaceApprover", replaceOfferApprover, {
    offerId,
    memberId,
    byMemberId,
    reason: "Left the company.",
  });

async function waits(one: Member): Promise<string[]> {
  const home = await query(harness, world.org, one, "home.show", showHome, {});
  return home.waiting.filter((item) => item.kind === "approval").map((item) => item.offerId);
}

describe("law 8: the approval flow", () => {
  it("is one group of one without a flow: the approver whom the offer names", async () => {
    const { cast } = world;
    const { offerId } = await pending();
    const view = await approveAs(world, cast.approver, offerId);
    expect(view.offer.state).toBe("approved");
    expect(view.offer.groups).toMatchObject([
      { name: "Approver", approvals: 1, members: [{ id: cast.approver.memberId }] },
    ]);
    expect(view.offer.groups[0]?.members[0]?.approvedAt).not.toBeNull();
  });

  it("asks its groups one after the other, each for as many approvals as it says", async () => {
    const { cast } = world;
    const pair = [seat(cast.approver), seat(cast.admin), seat(cast.engineer)];
    await saveFlow(world, [group("Finance", pair, 2), group("Director", [seat(cast.substitute)])]);
    const { offerId } = await pending();
    expect(await waits(cast.approver)).toEqual([offerId]);
    expect(await waits(cast.substitute)).toEqual([]);
    expect(await refusal(approveAs(world, cast.substitute, offerId))).toBe("APPROVAL_NOT_YET");
    expect((await approveAs(world, cast.approver, offerId)).offer.state).toBe("pending");
    expect(await waits(cast.approver)).toEqual([]);
    expect(await refusal(approveAs(world, cast.approver, offerId))).toBe("APPROVAL_GIVEN");
    expect((await approveAs(world, cast.engineer, offerId)).offer.state).toBe("pending");
    expect(await waits(cast.admin)).toEqual([]);
    expect(await waits(cast.substitute)).toEqual([offerId]);
    expect((await approveAs(world, cast.substitute, offerId)).offer.state).toBe("approved");
  });

  it("is completed once, however many approve at once", async () => {
    const { cast, org } = world;
    const some = [cast.approver, cast.admin, cast.engineer, cast.substitute, cast.second];
    await saveFlow(world, [
      group(
        "All",
        some.map((one) => seat(one)),
        3,
      ),
    ]);
    const { offerId } = await pending();
    const outcomes = await Promise.allSettled(
      [...some, ...some].map((one) => approveAs(world, one, offerId)),
    );
    const through = outcomes.filter((one) => one.status === "fulfilled");
    expect(through).toHaveLength(3);
    expect(through.filter((one) => one.value.offer.state === "approved")).toHaveLength(1);
    const groups = await harness.within(org.id, (tx) =>
      tx.select().from(offerGroup).where(eq(offerGroup.offerId, offerId)),
    );
    expect(groups).toHaveLength(1);
  });

  it("is kept by an offer as it was when it was asked for", async () => {
    const { cast } = world;
    await saveFlow(world, [group("Finance", [seat(cast.approver)])]);
    const { offerId } = await pending();
    await saveFlow(world, [group("Director", [seat(cast.substitute)])], 1);
    expect(await refusal(approveAs(world, cast.substitute, offerId))).not.toBe("APPROVAL_GIVEN");
    expect((await approveAs(world, cast.approver, offerId)).offer.state).toBe("approved");
    const { versions } = await query(
      harness,
      world.org,
      cast.recruiter,
      "approval.showFlow",
      showApprovalFlow,
      {},
    );
    expect(versions.map((one) => [one.number, one.groups[0]?.name])).toEqual([
      [2, "Director"],
      [1, "Finance"],
    ]);
  });

  it("begins anew when the offer comes back, by the flow then in force", async () => {
    const { cast, org } = world;
    await saveFlow(world, [
      group("Finance", [seat(cast.approver)]),
      group("Director", [seat(cast.substitute)]),
    ]);
    const { offerId } = await pending();
    await approveAs(world, cast.approver, offerId);
    await command(harness, org, cast.substitute, "offer.sendBack", sendBackOffer, {
      offerId,
      reason: "Too much for the level.",
    });
    await requestAs(world, offerId);
    expect(await refusal(approveAs(world, cast.substitute, offerId))).toBe("APPROVAL_NOT_YET");
    await approveAs(world, cast.approver, offerId);
    expect((await approveAs(world, cast.substitute, offerId)).offer.state).toBe("approved");
  });

  it("leaves no exception to somebody whom the author names past it", async () => {
    const { cast } = world;
    await makeBand(world);
    await saveFlow(world, [group("Finance", [seat(cast.approver)])]);
    const { applicationId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "draft", {
      amountMinor: 7_500_000,
      rangeReason: "Ran this very system before.",
      approverId: cast.engineer.memberId,
    });
    const exceptionId = await askExceptionAs(world, cast.recruiter, offerId);
    expect(await refusal(answerAs(world, cast.engineer, { offerId, exceptionId }))).toBe(
      "FORBIDDEN",
    );
    const view = await answerAs(world, cast.approver, { offerId, exceptionId });
    expect(view.offer.approver.id).toBe(cast.approver.memberId);
  });

  it("goes by the job's own before the organization's", async () => {
    const { cast, org, made } = world;
    await saveFlow(world, [group("Finance", [seat(cast.approver)])]);
    const save = (groups: ReturnType<typeof group>[], previous: number) =>
      command(harness, org, cast.admin, "approval.saveJobFlow", saveJobApprovalFlow, {
        jobId: made.jobId,
        groups,
        previous,
        reason: "A job of the board's.",
      });
    await save([group("Board", [seat(cast.engineer)])], 0);
    const { offerId } = await pending();
    expect((await approveAs(world, cast.engineer, offerId)).offer.state).toBe("approved");
    await save([], 1);
    const next = await pending();
    expect((await approveAs(world, cast.approver, next.offerId)).offer.state).toBe("approved");
    const own = await query(
      harness,
      org,
      cast.manager,
      "approval.showJobFlow",
      showJobApprovalFlow,
      { jobId: made.jobId },
    );
    expect(own.versions.map((one) => one.number)).toEqual([2, 1]);
  });

  it("never asks the author, nor whom law 7 keeps away: their stand-in, or nobody", async () => {
    const { cast, org } = world;
    await saveFlow(world, [
      group("Finance", [seat(cast.recruiter), seat(cast.approver, cast.engineer)]),
    ]);
    const { applicationId, candidateId } = await makeOfferable(world);
    await makeRelation(harness, org, candidateId, cast.approver, "relation");
    const { approverId: _, ...unnamed } = terms(world, applicationId);
    const { versions } = await command(
      harness,
      org,
      cast.recruiter,
      "offer.draft",
      draftOffer,
      unnamed,
    );
    const offerId = versions[0]?.id ?? "";
    const view = await requestAs(world, offerId);
    expect(view.offer.groups[0]?.members).toMatchObject([
      { id: cast.engineer.memberId, insteadOf: "approver" },
    ]);
    await approveAs(world, cast.engineer, offerId);

    await saveFlow(world, [group("Finance", [seat(cast.recruiter), seat(cast.approver)])], 1);
    const other = await makeOfferable(world);
    await makeRelation(harness, org, other.candidateId, cast.approver, "relation");
    const second = await makeOffer(world, other.applicationId, "draft", {
      approverId: cast.engineer.memberId,
    });
    expect(await refusal(requestAs(world, second))).toBe("APPROVAL_SHORT");
  });

  it("replaces who was disabled by the stand-in or somebody fit, and nobody else", async () => {
    const { cast } = world;
    await saveFlow(world, [
      group("Finance", [seat(cast.approver, cast.engineer)]),
      group("Director", [seat(cast.substitute)]),
    ]);
    const { offerId } = await pending();
    const [approver, engineer] = [cast.approver.memberId, cast.engineer.memberId];
    expect(await refusal(replace(approver, engineer, offerId))).toBe("APPROVER_FIT");
    await disable(cast.approver);
    expect(await refusal(replace(approver, cast.admin.memberId, offerId))).toBe(
      "APPROVER_STAND_IN",
    );
    expect(await refusal(replace(approver, cast.recruiter.memberId, offerId))).toBe(
      "OFFER_OWN_APPROVAL",
    );
    const view = await replace(approver, engineer, offerId);
    const seats = view.offer.groups[0]?.members.map((one) => [one.id, one.replaced] as const);
    expect(new Map(seats)).toEqual(
      new Map([
        [approver, true],
        [engineer, false],
      ]),
    );
    expect(await refusal(replace(approver, engineer, offerId))).toBe("APPROVER_NOT_ASKED");
    await approveAs(world, cast.engineer, offerId);
    await disable(cast.substitute);
    await replace(cast.substitute.memberId, cast.admin.memberId, offerId);
    expect((await approveAs(world, cast.admin, offerId)).offer.state).toBe("approved");
  });

  it("approval.saveFlow: is saved by admins, once of many at once, with active members alone", async () => {
    const { cast, org } = world;
    const finance = group("Finance", [seat(cast.approver)]);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, () => saveFlow(world, [finance])),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await refusal(saveFlow(world, [finance], 0))).toBe("FLOW_CHANGED");
    const twice = group("Finance", [seat(cast.approver), seat(cast.approver)]);
    const own = group("Finance", [seat(cast.approver, cast.approver)]);
    const auditor = group("Finance", [seat(cast.auditor)]);
    const stranger = group("Finance", [seat((await makeOrg(harness)).cast.approver)]);
    for (const one of [twice, own, auditor, stranger]) {
      expect(await refusal(saveFlow(world, [one], 1))).toBe("FLOW_MEMBER");
    }
    const short = group("Finance", [seat(cast.approver)], 2);
    expect(await refusal(saveFlow(world, [short], 1))).toBe("FLOW_SHORT");
    const read = query(harness, org, cast.engineer, "approval.showFlow", showApprovalFlow, {});
    expect(await refusal(read)).toBe("FORBIDDEN");
  });
});
