import { beforeAll, describe, expect, it } from "vitest";
import { makeOffer, makeOfferable, terms, type World } from "../../test/deciding.ts";
import { makeJob, makeOrg } from "../../test/factories.ts";
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import { underPolicy } from "../../test/in-force.ts";
import { approveAs, makeBand, requestAs } from "../../test/paying.ts";
import { approveOffer } from "./approve.ts";
import { draftOffer } from "./draft.ts";
import { bandRule } from "./band-rule.ts";
import { requestOffer } from "./request.ts";
import { sendBackOffer } from "./send-back.ts";
import { showOffer } from "./show.ts";

const harness = useHarness();
let world: World;

beforeAll(async () => {
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }, { openings: 5 }) };
});

const takeBack = (offerId: string) =>
  command(harness, world.org, world.cast.recruiter, "offer.sendBack", sendBackOffer, {
    offerId,
    reason: "A figure was wrong.",
  });
const change = (applicationId: string, offerId: string, amountMinor: number) =>
  command(harness, world.org, world.cast.recruiter, "offer.draft", draftOffer, {
    ...terms(world, applicationId, { amountMinor, rangeReason: "Ran this very system before." }),
    offerId,
  });

describe("law 8: an offer is approved as its approver read it", () => {
  it("is refused where its author changed the pay between page and press", async () => {
    const { applicationId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "pending");
    const { offer: read } = await query(
      harness,
      world.org,
      world.cast.approver,
      "offer.show",
      showOffer,
      { offerId },
    );
    await takeBack(offerId);
    await change(applicationId, offerId, 7_900_000);
    await requestAs(world, offerId);
    const approve = (round: number) =>
      command(harness, world.org, world.cast.approver, "offer.approve", approveOffer, {
        offerId,
        round,
      });
    expect(await refusal(approve(read.round))).toBe("CHANGED_SINCE_READ");
    expect((await approve(read.round + 1)).offer.state).toBe("approved");
  });
});

describe("law 8: an exception that a group gave", () => {
  it("is asked of it anew once the offer was taken back and its pay raised", async () => {
    await makeBand(world);
    const { applicationId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "draft", {
      amountMinor: 7_000_000,
      rangeReason: "Ran this very system before.",
    });
    const flow = underPolicy(bandRule, "flow", {})(requestOffer);
    await requestAs(world, offerId, flow);
    await approveAs(world, world.cast.approver, offerId);
    expect((await approveAs(world, world.cast.admin, offerId)).offer.state).toBe("approved");
    await takeBack(offerId);
    await change(applicationId, offerId, 7_999_999);
    const { offer } = await requestAs(world, offerId, flow);
    expect(offer.groups.map((one) => one.exception)).toEqual([false, true]);
  });
});
