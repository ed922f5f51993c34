import { offer } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { makeApprovedOffer } from "../../test/approved-offer.ts";
import {
  acceptAs,
  applicationNow,
  makeOffer,
  makeOfferable,
  openingStates,
  type World,
} from "../../test/deciding.ts";
import { type Cast, makeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import { withdrawOwn } from "../candidate/withdraw.ts";
import type { CommandCtx, Member, Org } from "../context.ts";
import { approveOffer } from "./approve.ts";
import { askToWithdrawOffer } from "./ask-to-withdraw.ts";
import { declineOffer } from "./decline.ts";
import { dueOffers, expireDue } from "./expire-due.ts";
import { sendOffer } from "./send.ts";
import { withdrawOffer } from "./withdraw.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
});

async function job(openings: number): Promise<World> {
  return { harness, org, cast, made: await makeJob(harness, { org, cast }, { openings }) };
}

const send = (offerId: string) =>
  command(harness, org, cast.recruiter, "offer.send", sendOffer, { offerId });
const ask = (actor: Member, offerId: string) =>
  command(harness, org, actor, "offer.askToWithdraw", askToWithdrawOffer, {
    offerId,
    reason: "The team was dissolved.",
  });
const withdraw = (offerId: string) =>
  command(harness, org, cast.approver, "offer.withdraw", withdrawOffer, { offerId });

async function stateOf(offerId: string) {
  const [row] = await harness.within(org.id, (tx) =>
    tx
      .select({ state: offer.state })
      .from(offer)
      .where(and(eq(offer.orgId, org.id), eq(offer.id, offerId))),
  );
  return row?.state;
}

describe("law 9: headcount", () => {
  it("lets exactly 3 of 20 offers out at once for 3 openings, and refuses the others", async () => {
    const world = await job(3);
    const offers: string[] = [];
    for (let n = 0; n < 20; n += 1) {
      offers.push((await makeApprovedOffer(world)).offerId);
    }
    const outcomes = await Promise.all(
      offers.map((offerId) =>
        send(offerId).then(
          () => "sent",
          (error: unknown) => refusal(Promise.reject(error)),
        ),
      ),
    );
    expect(outcomes.filter((one) => one === "sent")).toHaveLength(3);
    expect(outcomes.filter((one) => one === "HEADCOUNT")).toHaveLength(17);
    expect(await openingStates(world)).toEqual(["reserved", "reserved", "reserved"]);
    const states = await Promise.all(offers.map(stateOf));
    expect(states.filter((state) => state === "sent")).toHaveLength(3);
    expect(states.filter((state) => state === "approved")).toHaveLength(17);
    const sent = new Set(offers.filter((_, n) => outcomes[n] === "sent"));
    const entries = (await auditTrail(harness, org.id)).filter(
      (one) => one.action === "offer.send" && offers.includes(one.subjectId),
    );
    expect(new Set(entries.map((one) => one.subjectId))).toEqual(sent);
  }, 60_000);

  it("never refuses an acceptance: all that were sent are accepted at once", async () => {
    const world = await job(3);
    const sent = [];
    for (let n = 0; n < 3; n += 1) {
      const { applicationId, candidateId } = await makeOfferable(world);
      sent.push({ candidateId, offerId: await makeOffer(world, applicationId, "sent") });
    }
    const views = await Promise.all(
      sent.map(({ candidateId, offerId }) => acceptAs(world, candidateId, offerId)),
    );
    expect(views.map((view) => view.state)).toEqual(["accepted", "accepted", "accepted"]);
    expect(await openingStates(world)).toEqual(["filled", "filled", "filled"]);
  });

  it("gives an opening back when an offer is declined, and the next one goes out", async () => {
    const world = await job(1);
    const one = await makeOfferable(world);
    const two = await makeOfferable(world);
    const first = await makeOffer(world, one.applicationId, "sent");
    const second = await makeOffer(world, two.applicationId, "approved");
    expect(await refusal(send(second))).toBe("HEADCOUNT");
    await command(
      harness,
      org,
      { kind: "candidate", candidateId: one.candidateId },
      "offer.decline",
      declineOffer,
      { offerId: first, words: "" },
    );
    await send(second);
    expect(await openingStates(world)).toEqual(["reserved"]);
  });

  it("expires what is due, frees its opening, and tells the candidate", async () => {
    const world = await job(2);
    const due = await makeOfferable(world);
    const later = await makeOfferable(world);
    const expiresAt = new Date(Date.now() + 60_000);
    const first = await makeOffer(world, due.applicationId, "sent", {
      expiresAt: expiresAt.toISOString(),
    });
    const second = await makeOffer(world, later.applicationId, "sent");
    const run = () =>
      command(
        harness,
        org,
        { kind: "system", job: "offers" },
        "offer.expireDue",
        (ctx: CommandCtx) => expireDue(ctx),
        {},
      );
    expect((await run()).expired).not.toContain(first);
    harness.setClock(expiresAt);
    try {
      const waiting = await harness.within(org.id, (tx) =>
        dueOffers({ read: tx, org, clock: expiresAt }),
      );
      expect(waiting.map((one) => one.offerId)).toContain(first);
      expect((await run()).expired).toContain(first);
      expect((await run()).expired).toEqual([]);
    } finally {
      harness.setClock(null);
    }
    expect([await stateOf(first), await stateOf(second)]).toEqual(["expired", "sent"]);
    expect((await openingStates(world)).toSorted()).toEqual(["open", "reserved"]);
    expect(
      await refusal(
        command(
          harness,
          org,
          cast.admin,
          "offer.expireDue",
          (ctx: CommandCtx) => expireDue(ctx),
          {},
        ),
      ),
    ).toBe("FORBIDDEN");
  });

  it("is withdrawn by two people, and the opening is free again", async () => {
    const world = await job(1);
    const { applicationId, candidateId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "sent");
    expect(await refusal(withdraw(offerId))).toBe("WITHDRAWAL_NOT_ASKED");
    expect(await refusal(ask(cast.recruiter, offerId))).toBe("FORBIDDEN");
    expect((await ask(cast.manager, offerId)).offer.withdrawal).toEqual({
      askedBy: "manager",
      reason: "The team was dissolved.",
      approvedBy: null,
    });
    const other = command(harness, org, cast.manager, "offer.withdraw", withdrawOffer, { offerId });
    expect(await refusal(other)).toBe("FORBIDDEN");
    expect((await withdraw(offerId)).offer).toMatchObject({
      state: "withdrawn",
      stateReason: "The team was dissolved.",
    });
    expect(await openingStates(world)).toEqual(["open"]);
    expect(await refusal(acceptAs(world, candidateId, offerId))).toBe("OFFER_STATE");
  });

  it("asks a manager who is also the approver to let the substitute ask", async () => {
    const world = await job(1);
    const { applicationId } = await makeOfferable(world);
    const list = await makeOffer(world, applicationId, "pending", {
      approverId: cast.manager.memberId,
    });
    await command(harness, org, cast.manager, "offer.approve", approveOffer, { offerId: list });
    await send(list);
    expect(await refusal(ask(cast.manager, list))).toBe("WITHDRAWAL_BY_ONE");
    await ask(cast.substitute, list);
    await command(harness, org, cast.manager, "offer.withdraw", withdrawOffer, { offerId: list });
  });
});

describe("law 9 and 14: an acceptance and a withdrawal at once", () => {
  it("have one outcome, whichever of the two people's withdrawal and the candidate is first", async () => {
    for (let n = 0; n < 8; n += 1) {
      const world = await job(1);
      const { applicationId, candidateId, offerId } = await makeApprovedOffer(world);
      await send(offerId);
      await ask(cast.manager, offerId);
      const calls = [acceptAs(world, candidateId, offerId), withdraw(offerId)] as const;
      const [accepted, withdrawn] = await Promise.allSettled(calls);
      expect([accepted.status, withdrawn.status].toSorted()).toEqual(["fulfilled", "rejected"]);
      const won = accepted.status === "fulfilled";
      expect(await stateOf(offerId)).toBe(won ? "accepted" : "withdrawn");
      expect(await openingStates(world)).toEqual([won ? "filled" : "open"]);
      expect((await applicationNow(world, applicationId))?.state).toBe(won ? "hired" : "active");
    }
  }, 60_000);

  it("have one outcome when the candidate withdraws the application in another tab", async () => {
    for (let n = 0; n < 8; n += 1) {
      const world = await job(1);
      const { applicationId, candidateId, offerId } = await makeApprovedOffer(world);
      await send(offerId);
      const self = { kind: "candidate" as const, candidateId };
      const [accepted, withdrawn] = await Promise.allSettled([
        acceptAs(world, candidateId, offerId),
        command(harness, org, self, "candidate.withdraw", withdrawOwn, { applicationId }),
      ]);
      expect([accepted.status, withdrawn.status].toSorted()).toEqual(["fulfilled", "rejected"]);
      const won = accepted.status === "fulfilled";
      expect(await stateOf(offerId)).toBe(won ? "accepted" : "declined");
      expect(await openingStates(world)).toEqual([won ? "filled" : "open"]);
      expect((await applicationNow(world, applicationId))?.state).toBe(won ? "hired" : "withdrawn");
    }
  }, 60_000);

  it("counts many acceptances of one offer as one", async () => {
    const world = await job(2);
    const { applicationId, candidateId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "sent");
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => acceptAs(world, candidateId, offerId)),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect((await openingStates(world)).toSorted()).toEqual(["filled", "open"]);
  });
});
