import { beforeAll, describe, expect, it } from "vitest";
import { makeApprovedOffer } from "../../test/approved-offer.ts";
import { type World } from "../../test/deciding.ts";
import { type Cast, makeJob, makeOrg, makeRelation } from "../../test/factories.ts";
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import { underPolicy } from "../../test/in-force.ts";
import { requisitionsNow } from "../../test/requisitions.ts";
import type { Member, Org } from "../context.ts";
import { approveRequisition } from "../requisition/approve.ts";
import { showRequisition } from "../requisition/show.ts";
import { headcountRule } from "./headcount.ts";
import { sendOffer } from "./send.ts";

const harness = useHarness();
const flow = underPolicy(headcountRule, "flow", { marginPercent: 20 });
let org: Org;
let cast: Cast;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
});

async function job(openings: number): Promise<World> {
  return { harness, org, cast, made: await makeJob(harness, { org, cast }, { openings }) };
}

const send = (offerId: string) =>
  command(harness, org, cast.recruiter, "offer.send", flow(sendOffer), { offerId });
const approve = (by: Member, requisitionId: string) =>
  command(harness, org, by, "requisition.approve", approveRequisition, { requisitionId });

async function offers(world: World, many: number) {
  const made = [];
  for (let n = 0; n < many; n += 1) made.push(await makeApprovedOffer(world));
  return made;
}

describe("law 7: a requisition that was raised for an offer", () => {
  it("is approved by neither its sender nor whoever has to do with the candidate", async () => {
    const world = await job(0);
    const [one] = await offers(world, 1);
    if (one === undefined) throw new Error("An offer was made.");
    await makeRelation(harness, org, one.candidateId, cast.approver, "relation");
    await send(one.offerId);
    const [raised] = await requisitionsNow(world);
    const requisitionId = raised?.id ?? "";
    const view = await query(harness, org, cast.admin, "requisition.show", showRequisition, {
      requisitionId,
    });
    expect(view.groups.flatMap((group) => group.members.map((who) => who.name))).toEqual(["admin"]);
    expect(await refusal(approve(cast.recruiter, requisitionId))).toBe("FORBIDDEN");
    await makeRelation(harness, org, one.candidateId, cast.admin, "relation");
    expect(await refusal(approve(cast.admin, requisitionId))).toBe("CONFLICT_OF_INTEREST");
  });

  it("nor by whoever has to do with another candidate whose offer rests on it", async () => {
    const world = await job(0);
    const made = await offers(world, 2);
    for (const one of made) await send(one.offerId);
    const [raised] = await requisitionsNow(world);
    await makeRelation(harness, org, made[1]?.candidateId ?? "", cast.approver, "relation");
    expect(await refusal(approve(cast.approver, raised?.id ?? ""))).toBe("CONFLICT_OF_INTEREST");
  });
});
