import { beforeAll, describe, expect, it } from "vitest";
import {
  acceptAs,
  applicationNow,
  makeOffer,
  makeOfferable,
  openingStates,
  type World,
} from "../../test/deciding.ts";
import { makeJob, makeOrg, makeRelation } from "../../test/factories.ts";
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import type { Member } from "../context.ts";
import { askOfferChange } from "./ask-change.ts";
import { confirmOffer } from "./confirm.ts";
import { declineOffer } from "./decline.ts";
import { noteFellThrough } from "./fell-through.ts";
import { listOffers } from "./list.ts";
import { sendOffer } from "./send.ts";

const harness = useHarness();
let world: World;

beforeAll(async () => {
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }, { openings: 40 }) };
});

const list = (actor: Member, applicationId: string) =>
  query(harness, world.org, actor, "offer.list", listOffers, { applicationId });
const candidate = (candidateId: string) => ({ kind: "candidate" as const, candidateId });

describe("a candidate's answer", () => {
  it("declines, and the opening is free again", async () => {
    const { org, cast } = world;
    const { applicationId, candidateId } = await makeOfferable(world);
    const before = (await openingStates(world)).filter((state) => state === "open").length;
    const offerId = await makeOffer(world, applicationId, "sent");
    expect((await openingStates(world)).filter((state) => state === "open")).toHaveLength(
      before - 1,
    );
    const decline = (actor: Member | { kind: "candidate"; candidateId: string }) =>
      command(harness, org, actor, "offer.decline", declineOffer, { offerId, words: "Too far." });
    expect(await refusal(decline(cast.recruiter))).toBe("FORBIDDEN");
    expect(await refusal(decline(candidate(cast.engineer.memberId)))).toBe("NOT_FOUND");
    const view = await decline(candidate(candidateId));
    expect(view).toMatchObject({ state: "declined", answer: "Too far." });
    expect((await openingStates(world)).filter((state) => state === "open")).toHaveLength(before);
    expect((await applicationNow(world, applicationId))?.state).toBe("active");
    expect(await refusal(acceptAs(world, candidateId, offerId))).toBe("OFFER_STATE");
  });

  it("asks for a change; the next version takes the opening over and supersedes it", async () => {
    const { org, cast } = world;
    const { applicationId, candidateId } = await makeOfferable(world);
    const first = await makeOffer(world, applicationId, "sent");
    const next = await makeOffer(world, applicationId, "approved", { amountMinor: 7_600_000 });
    const send = () =>
      command(harness, org, cast.recruiter, "offer.send", sendOffer, { offerId: next });
    expect(await refusal(send())).toBe("OFFER_UNANSWERED");
    const asked = await command(harness, org, cast.recruiter, "offer.askChange", askOfferChange, {
      offerId: first,
      words: "On the phone: 76 would do.",
    });
    expect(asked).not.toHaveProperty("rangeReason");
    const before = await openingStates(world);
    await send();
    expect(await openingStates(world)).toEqual(before);
    const { versions } = await list(cast.recruiter, applicationId);
    expect(versions.map((one) => one.state)).toEqual(["sent", "superseded"]);
    expect(await refusal(acceptAs(world, candidateId, first))).toBe("OFFER_STATE");
    expect((await acceptAs(world, candidateId, next)).state).toBe("accepted");
  });

  it("is too late after the expiry, whether or not it was noted", async () => {
    const { applicationId, candidateId } = await makeOfferable(world);
    const expiresAt = new Date(Date.now() + 60_000);
    const offerId = await makeOffer(world, applicationId, "sent", {
      expiresAt: expiresAt.toISOString(),
    });
    harness.setClock(expiresAt);
    try {
      expect(await refusal(acceptAs(world, candidateId, offerId))).toBe("OFFER_EXPIRED");
    } finally {
      harness.setClock(null);
    }
  });
});

describe("law 7: who declared a relation", () => {
  it("neither confirms an offer nor notes that it fell through", async () => {
    const { org, cast } = world;
    const { applicationId, candidateId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "sent");
    await acceptAs(world, candidateId, offerId);
    await makeRelation(harness, org, candidateId, cast.recruiter, "relation");
    const confirm = command(harness, org, cast.recruiter, "offer.confirm", confirmOffer, {
      offerId,
    });
    expect(await refusal(confirm)).toBe("CONFLICT_OF_INTEREST");
    const fell = (by: Member) =>
      command(harness, org, by, "offer.fellThrough", noteFellThrough, {
        offerId,
        as: "withdrawn" as const,
        reason: "Did not start.",
      });
    expect(await refusal(fell(cast.recruiter))).toBe("CONFLICT_OF_INTEREST");
    await fell(cast.substitute);
  });
});

describe("offer.fellThrough", () => {
  it("opens the opening again and ends the hired application", async () => {
    const { cast, org } = world;
    const { applicationId, candidateId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "sent");
    await acceptAs(world, candidateId, offerId);
    const before = (await openingStates(world)).filter((state) => state === "open").length;
    const view = await command(harness, org, cast.recruiter, "offer.fellThrough", noteFellThrough, {
      offerId,
      as: "withdrawn" as const,
      reason: "Did not start.",
    });
    expect(view.offer.state).toBe("fell_through");
    expect((await openingStates(world)).filter((state) => state === "open")).toHaveLength(
      before + 1,
    );
    expect((await applicationNow(world, applicationId))?.state).toBe("withdrawn");
  });
});
