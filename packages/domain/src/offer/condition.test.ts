import { offerCondition } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  acceptAs,
  applicationNow,
  makeOffer,
  makeOfferable,
  openingStates,
  type World,
} from "../../test/deciding.ts";
import { makeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import { joined, type RegionCondition, whyNotSettle } from "./condition-rules.ts";
import { confirmOffer } from "./confirm.ts";
import { settleOfferCondition } from "./settle-condition.ts";

const harness = useHarness();
let world: World;

beforeAll(async () => {
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }, { openings: 9 }) };
});

const council: RegionCondition = { kind: "works_council", words: "Consent.", region: "DE" };
const check: RegionCondition = { kind: "background_check", words: "A check.", region: "US" };
const given = (kind: RegionCondition["kind"] | "right_to_work" | "other", words = "Said.") => ({
  kind,
  words,
  askedOn: null,
  dueOn: null,
});

describe("the conditions of an offer", () => {
  it.each([
    ["the council's where a region demands it", [council], [], ["works_council DE false"]],
    ["it once", [council], [given("works_council")], ["works_council DE false"]],
    ["no check that nobody asked for", [check], [], []],
    [
      "a check after the acceptance",
      [check],
      [given("background_check")],
      ["background_check US true"],
    ],
    [
      "a check at any time elsewhere",
      [],
      [given("background_check")],
      ["background_check null false"],
    ],
    [
      "all others as they are",
      [],
      [given("right_to_work"), given("other", "A"), given("other", "B")],
      ["right_to_work null false", "other null false", "other null false"],
    ],
  ])("state %s", (_name, regions, own, expected) => {
    const rows = joined(regions, own);
    expect(rows.map((one) => `${one.kind} ${one.demandedBy} ${one.afterAcceptance}`)).toEqual(
      expected,
    );
  });

  const open = { kind: "other" as const, state: "open", demandedBy: null, afterAcceptance: false };
  it.each([
    ["as a draft", open, "met" as const, "draft" as const, "OFFER_STATE"],
    ["once sent", open, "met" as const, "sent" as const, null],
    ["twice", { ...open, state: "met" }, "met" as const, "accepted" as const, "CONDITION_STATE"],
    [
      "early",
      { ...open, afterAcceptance: true },
      "met" as const,
      "sent" as const,
      "CONDITION_EARLY",
    ],
    ["in time", { ...open, afterAcceptance: true }, "met" as const, "accepted" as const, null],
    [
      "asked",
      { ...open, kind: "works_council" as const },
      "asked" as const,
      "draft" as const,
      null,
    ],
    ["after it expired", open, "waived" as const, "expired" as const, "OFFER_STATE"],
  ])("are settled, or not, %s", (_name, condition, as, state, code) => {
    expect(whyNotSettle(condition, as, state)?.code ?? null).toBe(code);
  });
});

const settle = (offerId: string, conditionId: string, as: "asked" | "met" | "waived" | "failed") =>
  command(harness, world.org, world.cast.recruiter, "offer.settleCondition", settleOfferCondition, {
    offerId,
    conditionId,
    as,
    askedOn: as === "asked" ? "2026-11-23" : null,
    reason: "So it is.",
  });
const confirm = (offerId: string) =>
  command(harness, world.org, world.cast.recruiter, "offer.confirm", confirmOffer, { offerId });

async function sent() {
  const { applicationId, candidateId } = await makeOfferable(world);
  const offerId = await makeOffer(world, applicationId, "sent", {
    conditionList: [given("right_to_work", "A permit to work in Germany.")],
  });
  const rows = await harness.within(world.org.id, (tx) =>
    tx
      .select()
      .from(offerCondition)
      .where(eq(offerCondition.offerId, offerId))
      .orderBy(offerCondition.position),
  );
  return { applicationId, candidateId, offerId, ids: rows.map((row) => row.id), rows };
}

describe("offer.confirm", () => {
  it("waits until each condition is met or waived, with who and when", async () => {
    const { candidateId, offerId, ids, rows } = await sent();
    expect(rows.map((row) => [row.kind, row.demandedBy])).toEqual([
      ["works_council", "DE"],
      ["right_to_work", null],
    ]);
    const [first = "", second = ""] = ids;
    const view = await settle(offerId, first, "asked");
    expect(view.offer.conditionList[0]).toMatchObject({ state: "open", dueOn: "2026-11-30" });
    const own = await acceptAs(world, candidateId, offerId);
    expect(own.conditionList).toMatchObject([
      { kind: "works_council", state: "open", dueOn: "2026-11-30" },
      { kind: "right_to_work", words: "A permit to work in Germany.", state: "open" },
    ]);
    expect(JSON.stringify(own)).not.toContain("band");
    expect(await refusal(confirm(offerId))).toBe("CONDITION_OPEN");
    await settle(offerId, first, "met");
    expect(await refusal(confirm(offerId))).toBe("CONDITION_OPEN");
    const waived = await settle(offerId, second, "waived");
    expect(waived.offer.conditionList[1]).toMatchObject({
      state: "waived",
      reason: "So it is.",
      settledBy: "recruiter",
    });
    expect(waived.offer.conditionList[1]?.settledAt).not.toBeNull();
    expect(await refusal(settle(offerId, second, "met"))).toBe("CONDITION_STATE");
    expect((await confirm(offerId)).offer.state).toBe("confirmed");
  });

  it("comes to nothing where a condition failed: the opening is free, the application ends", async () => {
    const { applicationId, candidateId, offerId, ids } = await sent();
    await acceptAs(world, candidateId, offerId);
    const before = (await openingStates(world)).filter((state) => state === "open").length;
    const view = await settle(offerId, ids[1] ?? "", "failed");
    expect(view.offer.state).toBe("fell_through");
    expect((await openingStates(world)).filter((state) => state === "open")).toHaveLength(
      before + 1,
    );
    expect((await applicationNow(world, applicationId))?.state).toBe("rejected");
    const trail = await auditTrail(harness, world.org.id);
    expect(trail.filter((one) => one.subjectId === offerId).at(-1)?.action).toBe(
      "offer.settleCondition",
    );
  });

  it("is settled once of many at once", async () => {
    const { offerId, ids } = await sent();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, () => settle(offerId, ids[0] ?? "", "met")),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  it("law 12: hides a condition of another offer", async () => {
    const [one, other] = [await sent(), await sent()];
    expect(await refusal(settle(one.offerId, other.ids[0] ?? "", "met"))).toBe("NOT_FOUND");
  });
});
