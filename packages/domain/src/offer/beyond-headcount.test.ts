import { auditDetail, mail, offer } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { makeApprovedOffer } from "../../test/approved-offer.ts";
import { settled } from "../../test/at-once.ts";
import { acceptAs, openingStates, type World } from "../../test/deciding.ts";
import { type Cast, makeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import { underPolicy } from "../../test/in-force.ts";
import { setPolicy } from "../../test/policies.ts";
import { makeRequisition, openingsNow, requisitionsNow } from "../../test/requisitions.ts";
import type { Member, Org } from "../context.ts";
import { approveRequisition } from "../requisition/approve.ts";
import { cancelRequisition } from "../requisition/cancel.ts";
import { draftRequisition } from "../requisition/draft.ts";
import { holdRequisition } from "../requisition/hold.ts";
import { requestRequisition } from "../requisition/request.ts";
import { sendBackRequisition } from "../requisition/send-back.ts";
import { askToWithdrawOffer } from "./ask-to-withdraw.ts";
import { declineOffer } from "./decline.ts";
import { noteFellThrough } from "./fell-through.ts";
import { headcountRule } from "./headcount.ts";
import { sendOffer } from "./send.ts";
import { withdrawOffer } from "./withdraw.ts";

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
const strictly = (offerId: string) =>
  command(harness, org, cast.recruiter, "offer.send", sendOffer, { offerId });
const decline = (of: { offerId: string; candidateId: string }) =>
  command(
    harness,
    org,
    { kind: "candidate", candidateId: of.candidateId },
    "offer.decline",
    declineOffer,
    { offerId: of.offerId, words: "" },
  );
const approve = (by: Member, requisitionId: string) =>
  command(harness, org, by, "requisition.approve", approveRequisition, { requisitionId });
const cancel = (by: Member, requisitionId: string) =>
  command(harness, org, by, "requisition.cancel", cancelRequisition, {
    requisitionId,
    reason: "The budget is gone.",
  });

const approved = (world: World, seats: number) =>
  makeRequisition(world, {
    state: "approved",
    seats,
    author: cast.recruiter,
    approvers: [cast.approver],
  });

async function sentNow(world: World) {
  return harness.within(org.id, (tx) =>
    tx
      .select({ id: offer.id })
      .from(offer)
      .where(
        and(
          eq(offer.orgId, org.id),
          eq(offer.jobId, world.made.jobId),
          inArray(offer.state, ["sent", "accepted"]),
        ),
      ),
  );
}

async function offers(world: World, many: number) {
  const made = [];
  for (let n = 0; n < many; n += 1) made.push(await makeApprovedOffer(world));
  return made;
}

describe("law 9: an offer beyond headcount, as flow", () => {
  it("is sent, reserves an opening of its own, and raises a requisition that names it", async () => {
    const world = await job(1);
    const [first, second] = await offers(world, 2);
    if (first === undefined || second === undefined) throw new Error("Two offers were made.");
    await send(first.offerId);
    expect(await requisitionsNow(world)).toEqual([]);
    await send(second.offerId);
    const [raised] = await requisitionsNow(world);
    expect(raised).toMatchObject({
      state: "pending",
      seats: 2,
      offerId: second.offerId,
      authorId: cast.recruiter.memberId,
      title: "Backend Engineer",
      levelKey: "senior",
      locations: ["DE-BE"],
    });
    expect(await openingsNow(world)).toEqual([
      { state: "reserved", offerId: first.offerId, requisitionId: null },
      { state: "reserved", offerId: second.offerId, requisitionId: raised?.id },
    ]);
    const told = await harness.within(org.id, (tx) =>
      tx
        .select({ to: mail.recipientId, template: mail.template })
        .from(mail)
        .where(and(eq(mail.orgId, org.id), eq(mail.subjectId, raised?.id ?? ""))),
    );
    expect(told).toEqual([{ to: cast.approver.memberId, template: "requisition.approvalAsked" }]);
    const [entry] = (await auditTrail(harness, org.id)).filter(
      (one) => one.subjectId === second.offerId,
    );
    expect(entry?.action).toBe("offer.send");
  });

  it("follows a policy that two people set, and its audit entry says which version", async () => {
    const made = await makeOrg(harness);
    const set = await setPolicy({ harness, ...made }, { kind: "flow" });
    const world = {
      harness,
      ...made,
      made: await makeJob(harness, made, { openings: 0 }),
    };
    const one = await makeApprovedOffer(world);
    const { offerId } = one;
    await command(harness, made.org, made.cast.recruiter, "offer.send", sendOffer, { offerId });
    expect((await requisitionsNow(world)).map((row) => row.seats)).toEqual([2]);
    const judged = await harness.within(made.org.id, (tx) =>
      tx.select().from(auditDetail).where(eq(auditDetail.judged, true)),
    );
    expect(JSON.stringify(judged.map((row) => row.details))).toContain(set.id);
  });

  it("is refused as validation, with the same openings", async () => {
    const world = await job(1);
    const [first, second] = await offers(world, 2);
    await strictly(first?.offerId ?? "");
    expect(await refusal(strictly(second?.offerId ?? ""))).toBe("HEADCOUNT");
    expect(await openingStates(world)).toEqual(["reserved"]);
  });

  it("of 32 sent at once asks for the true difference, and one margin on the whole", async () => {
    const world = await job(3);
    const made = await offers(world, 32);
    const outcomes = await Promise.all(made.map((one) => settled(() => send(one.offerId))));
    expect(new Set(outcomes)).toEqual(new Set(["done"]));
    const openings = await openingsNow(world);
    expect(openings).toHaveLength(32);
    expect(openings.every((one) => one.state === "reserved")).toBe(true);
    expect(new Set(openings.map((one) => one.offerId)).size).toBe(32);
    const raised = await requisitionsNow(world);
    const asked = raised.reduce((sum, one) => sum + one.seats, 0);
    const beyond = openings.filter((one) => one.requisitionId !== null).length;
    expect(beyond).toBe(29);
    expect(asked).toBeGreaterThanOrEqual(29);
    expect(asked).toBeLessThanOrEqual(Math.ceil(29 * 1.2));
    for (const one of raised) {
      const on = openings.filter((seat) => seat.requisitionId === one.id).length;
      expect(on).toBeLessThanOrEqual(one.seats);
    }
    expect(new Set(raised.map((one) => one.number)).size).toBe(raised.length);
  }, 90_000);

  it("of 32 sent at once under validation goes out as often as there are openings", async () => {
    const world = await job(3);
    const made = await offers(world, 32);
    const outcomes = await Promise.all(made.map((one) => settled(() => strictly(one.offerId))));
    expect(outcomes.filter((one) => one === "done")).toHaveLength(3);
    expect(outcomes.filter((one) => one === "HEADCOUNT")).toHaveLength(29);
    expect(await openingStates(world)).toEqual(["reserved", "reserved", "reserved"]);
  }, 90_000);

  it("is never refused at acceptance, whatever becomes of its requisition", async () => {
    const world = await job(0);
    const [one] = await offers(world, 1);
    if (one === undefined) throw new Error("An offer was made.");
    await send(one.offerId);
    expect(await openingStates(world)).toEqual(["reserved"]);
    await acceptAs(world, one.candidateId, one.offerId);
    expect(await openingStates(world)).toEqual(["filled"]);
    const [raised] = await requisitionsNow(world);
    expect(await refusal(cancel(cast.manager, raised?.id ?? ""))).toBe("REQUISITION_SEATS_TAKEN");
    await approve(cast.approver, raised?.id ?? "");
    expect(await openingStates(world)).toEqual(["filled", "open"]);
  });

  it("gives back what nobody approved by closing it, with its requisition", async () => {
    const world = await job(0);
    const [first, second] = await offers(world, 2);
    if (first === undefined || second === undefined) throw new Error("Two offers were made.");
    await send(first.offerId);
    await send(second.offerId);
    const [raised, more] = await requisitionsNow(world);
    expect([raised?.seats, more]).toEqual([2, undefined]);
    await decline(first);
    expect(await openingStates(world)).toEqual(["closed", "reserved"]);
    expect((await requisitionsNow(world))[0]?.state).toBe("pending");
    await acceptAs(world, second.candidateId, second.offerId);
    await command(harness, org, cast.recruiter, "offer.fellThrough", noteFellThrough, {
      offerId: second.offerId,
      as: "withdrawn",
      reason: "They stay where they are.",
    });
    expect(await openingStates(world)).toEqual(["closed", "closed"]);
    expect((await requisitionsNow(world))[0]).toMatchObject({
      state: "cancelled",
      stateReason: "No offer rests on it any more.",
    });
  });

  it("is sent back and asked for anew, with no fewer seats than offers rest on it", async () => {
    const world = await job(0);
    for (const one of await offers(world, 2)) await send(one.offerId);
    const [raised] = await requisitionsNow(world);
    const requisitionId = raised?.id ?? "";
    await command(harness, org, cast.approver, "requisition.sendBack", sendBackRequisition, {
      requisitionId,
      reason: "Say what for.",
    });
    const change = (seats: number) =>
      command(harness, org, cast.recruiter, "requisition.draft", draftRequisition, {
        requisitionId,
        jobId: null,
        title: "Anything",
        frameworkId: world.made.frameworkId,
        levelKey: "senior",
        locations: ["DE-BE"],
        seats,
        band: null,
        reason: "Two strong candidates at once.",
        groups: [{ name: "Finance", approvals: 1, memberIds: [cast.approver.memberId] }],
      });
    expect(await refusal(change(1))).toBe("REQUISITION_SEATS_TAKEN");
    expect((await change(3)).job?.id).toBe(world.made.jobId);
    await command(harness, org, cast.recruiter, "requisition.request", requestRequisition, {
      requisitionId,
    });
    await approve(cast.approver, requisitionId);
    expect(await openingStates(world)).toEqual(["reserved", "reserved", "open"]);
  });

  it("gives back what was approved since as an open opening", async () => {
    const world = await job(0);
    const [one] = await offers(world, 1);
    if (one === undefined) throw new Error("An offer was made.");
    await send(one.offerId);
    const [raised] = await requisitionsNow(world);
    await approve(cast.approver, raised?.id ?? "");
    expect(await openingStates(world)).toEqual(["reserved", "open"]);
    await decline(one);
    expect(await openingStates(world)).toEqual(["open", "open"]);
    expect((await requisitionsNow(world))[0]?.state).toBe("approved");
  });

  it("is not sent for an opening whose requisition is on hold, nor around it", async () => {
    const world = await job(0);
    const requisitionId = await approved(world, 2);
    const [first, second] = await offers(world, 2);
    if (first === undefined || second === undefined) throw new Error("Two offers were made.");
    await strictly(first.offerId);
    await command(harness, org, cast.manager, "requisition.hold", holdRequisition, {
      requisitionId,
      reason: "The budget is looked at.",
    });
    expect(await refusal(strictly(second.offerId))).toBe("REQUISITION_ON_HOLD");
    expect(await refusal(send(second.offerId))).toBe("REQUISITION_ON_HOLD");
    await acceptAs(world, first.candidateId, first.offerId);
    expect(await openingStates(world)).toEqual(["filled", "open"]);
  });
});

describe("law 9: races about one requisition", () => {
  it("an offer is sent for its opening, or it is cancelled, never both", async () => {
    for (let n = 0; n < 8; n += 1) {
      const world = await job(0);
      const requisitionId = await approved(world, 1);
      const [one] = await offers(world, 1);
      const [sent, cancelled] = await Promise.all([
        settled(() => strictly(one?.offerId ?? "")),
        settled(() => cancel(cast.manager, requisitionId)),
      ]);
      const won = sent === "done";
      expect([sent, cancelled]).toEqual(
        won ? ["done", "REQUISITION_SEATS_TAKEN"] : ["HEADCOUNT", "done"],
      );
      expect(await openingStates(world)).toEqual([won ? "reserved" : "closed"]);
    }
  }, 60_000);

  it("an offer beyond headcount is accepted or withdrawn, and its opening follows", async () => {
    for (let n = 0; n < 8; n += 1) {
      const world = await job(0);
      const [one] = await offers(world, 1);
      if (one === undefined) throw new Error("An offer was made.");
      await send(one.offerId);
      await command(harness, org, cast.manager, "offer.askToWithdraw", askToWithdrawOffer, {
        offerId: one.offerId,
        reason: "The team was dissolved.",
      });
      const [accepted, withdrawn] = await Promise.all([
        settled(() => acceptAs(world, one.candidateId, one.offerId)),
        settled(() =>
          command(harness, org, cast.approver, "offer.withdraw", withdrawOffer, {
            offerId: one.offerId,
          }),
        ),
      ]);
      const won = accepted === "done";
      expect([accepted, withdrawn].filter((said) => said === "done")).toHaveLength(1);
      expect(await openingStates(world)).toEqual([won ? "filled" : "closed"]);
      expect((await requisitionsNow(world))[0]?.state).toBe(won ? "pending" : "cancelled");
    }
  }, 60_000);

  it("offers are declined and sent beyond headcount at once, and none is without a seat", async () => {
    for (let n = 0; n < 4; n += 1) {
      const world = await job(0);
      const made = await offers(world, 8);
      const [out, next] = [made.slice(0, 4), made.slice(4)];
      for (const one of out) await send(one.offerId);
      const outcomes = await Promise.all([
        ...out.map((one) => settled(() => decline(one))),
        ...next.map((one) => settled(() => send(one.offerId))),
      ]);
      expect(new Set(outcomes)).toEqual(new Set(["done"]));
      const sent = (await sentNow(world)).map((one) => one.id);
      const held = (await openingsNow(world)).filter((one) => one.state === "reserved");
      expect(new Set(held.map((one) => one.offerId))).toEqual(new Set(sent));
      expect(held).toHaveLength(sent.length);
      const raised = new Map((await requisitionsNow(world)).map((one) => [one.id, one]));
      for (const { requisitionId } of held) {
        expect(raised.get(requisitionId ?? "")?.state).toBe("pending");
      }
      for (const one of raised.values()) {
        const on = held.filter((seat) => seat.requisitionId === one.id).length;
        expect(on).toBeLessThanOrEqual(one.seats);
        expect(on > 0).toBe(one.state === "pending");
      }
    }
  }, 90_000);

  it("its last two openings are filled at once, and it is fulfilled once", async () => {
    const world = await job(0);
    await approved(world, 2);
    const made = await offers(world, 2);
    for (const one of made) await strictly(one.offerId);
    await Promise.all(made.map((one) => acceptAs(world, one.candidateId, one.offerId)));
    expect((await requisitionsNow(world))[0]?.state).toBe("fulfilled");
  });
});
