import { auditDetail, auditEntry, offerException } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { makeOffer, makeOfferable, terms, type World } from "../../test/deciding.ts";
import { makeInterview, makeJob, makeOrg } from "../../test/factories.ts";
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import { answerAs, approveAs, askExceptionAs, makeBand, requestAs } from "../../test/paying.ts";
import { underPolicy } from "../../test/in-force.ts";
import { bandRule } from "./band-rule.ts";
import type { Member } from "../context.ts";
import { draftOffer } from "./draft.ts";
import { requestOffer } from "./request.ts";
import { sendOffer } from "./send.ts";
import { showOffer } from "./show.ts";

const harness = useHarness();
let world: World;

beforeAll(async () => {
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }, { openings: 20 }) };
  await makeBand(world);
});

const above = { amountMinor: 7_500_000, rangeReason: "Ran this very system before." };
const draft = (input: Parameters<typeof draftOffer>[1]) =>
  command(harness, world.org, world.cast.recruiter, "offer.draft", draftOffer, input);
const send = (offerId: string) =>
  command(harness, world.org, world.cast.recruiter, "offer.send", sendOffer, { offerId });
const show = (actor: Member, offerId: string) =>
  query(harness, world.org, actor, "offer.show", showOffer, { offerId });

async function outside(): Promise<{ applicationId: string; offerId: string }> {
  const { applicationId } = await makeOfferable(world);
  return { applicationId, offerId: await makeOffer(world, applicationId, "draft", above) };
}

describe("law 8: an offer outside the band (offer.askException, offer.answerException)", () => {
  it("asks a reason as a draft, and an exception before anybody approves it", async () => {
    const { applicationId } = await makeOfferable(world);
    const unsaid = terms(world, applicationId, { ...above, rangeReason: "" });
    expect(await refusal(draft(unsaid))).toBe("BAND_REASON_MISSING");
    const { versions } = await draft(terms(world, applicationId, above));
    const [version] = versions;
    expect(version?.pay).toMatchObject({
      counts: "base_and_variable",
      outsideBand: "above",
      outsideRange: null,
      needsException: true,
      band: { maxMinor: 6_900_000, region: "DE" },
    });
    expect(version?.may.request?.sentence).toContain("above the pay band");
    expect(await refusal(requestAs(world, version?.id ?? ""))).toBe("OFFER_OUTSIDE");
  });

  it("goes its way once somebody else approved the exception, which stays visible", async () => {
    const { cast, org } = world;
    const { offerId } = await outside();
    const exceptionId = await askExceptionAs(world, cast.recruiter, offerId);
    expect(await refusal(askExceptionAs(world, cast.manager, offerId))).toBe("EXCEPTION_STATE");
    const view = await answerAs(world, cast.manager, { offerId, exceptionId });
    expect(view.offer.pay.needsException).toBe(false);
    await requestAs(world, offerId);
    await approveAs(world, cast.approver, offerId);
    await send(offerId);
    expect((await show(cast.approver, offerId)).offer.exceptions).toMatchObject([
      { state: "approved", fits: true, askedBy: "recruiter", answeredBy: "manager" },
    ]);
    const entries = await harness.within(org.id, (tx) =>
      tx
        .select({ action: auditEntry.action, details: auditDetail.details })
        .from(auditEntry)
        .innerJoin(
          auditDetail,
          and(eq(auditDetail.orgId, auditEntry.orgId), eq(auditDetail.entryId, auditEntry.id)),
        )
        .where(eq(auditEntry.subjectId, offerId)),
    );
    const answered = entries.find((one) => one.action === "offer.answerException");
    expect(answered?.details).toMatchObject({
      after: { state: "approved", baseMinor: 7_500_000 },
    });
    const requested = entries.find((one) => one.action === "offer.request");
    expect(JSON.stringify(requested?.details)).toContain('"excepted":true');
  });

  it("is excepted by nobody who wrote it or asked, nor by who only reads it", async () => {
    const { cast } = world;
    const { offerId } = await outside();
    const exceptionId = await askExceptionAs(world, cast.manager, offerId);
    const answer = (actor: Member) => answerAs(world, actor, { offerId, exceptionId });
    expect(await refusal(answer(cast.recruiter))).toBe("EXCEPTION_OWN");
    expect(await refusal(answer(cast.manager))).toBe("EXCEPTION_OWN");
    for (const actor of [cast.admin, cast.otherRecruiter, cast.interviewer, cast.engineer]) {
      expect(await refusal(answer(actor))).toBe("FORBIDDEN");
    }
    const write = harness.within(world.org.id, (tx) =>
      tx
        .update(offerException)
        .set({ state: "approved", answeredBy: cast.recruiter.memberId })
        .where(eq(offerException.id, exceptionId)),
    );
    await expect(write).rejects.toMatchObject({
      cause: { constraint_name: "offer_exception_by_another" },
    });
    await answer(cast.substitute);
    expect(await refusal(answer(cast.approver))).toBe("EXCEPTION_STATE");
  });

  it("is excepted for this version and this package alone", async () => {
    const { cast } = world;
    const { applicationId, offerId } = await outside();
    const exceptionId = await askExceptionAs(world, cast.recruiter, offerId);
    await answerAs(world, cast.manager, { offerId, exceptionId });
    const change = (changed: object) =>
      draft({ ...terms(world, applicationId, above), offerId, ...changed });
    const more = await change({ amountMinor: 7_500_001 });
    expect(more.versions[0]).toMatchObject({
      pay: { needsException: true },
      exceptions: [{ fits: false }],
    });
    expect(await refusal(requestAs(world, offerId))).toBe("OFFER_OUTSIDE");
    await change({ variableMinor: 100 });
    expect(await refusal(requestAs(world, offerId))).toBe("OFFER_OUTSIDE");
    await change({ signingMinor: 100 });
    expect(await refusal(requestAs(world, offerId))).toBe("OFFER_OUTSIDE");
    await change({});
    await requestAs(world, offerId);
    const next = await makeOffer(world, applicationId, "draft", above);
    expect(await refusal(requestAs(world, next))).toBe("OFFER_OUTSIDE");
  });

  it("is not excepted where it was refused, changed meanwhile, or needs none", async () => {
    const { cast } = world;
    const { applicationId, offerId } = await outside();
    const refused = await askExceptionAs(world, cast.recruiter, offerId);
    await answerAs(world, cast.manager, { offerId, exceptionId: refused }, false);
    expect(await refusal(requestAs(world, offerId))).toBe("OFFER_OUTSIDE");
    const again = await askExceptionAs(world, cast.recruiter, offerId);
    await draft({ ...terms(world, applicationId, above), offerId, amountMinor: 7_600_000 });
    expect(await refusal(answerAs(world, cast.manager, { offerId, exceptionId: again }))).toBe(
      "EXCEPTION_STALE",
    );
    await draft({ ...terms(world, applicationId), offerId, amountMinor: 6_500_000 });
    await answerAs(world, cast.manager, { offerId, exceptionId: again }, false);
    expect(await refusal(askExceptionAs(world, cast.recruiter, offerId))).toBe(
      "EXCEPTION_NEEDLESS",
    );
  });

  it("is answered once of many at once", async () => {
    const { cast } = world;
    const { offerId } = await outside();
    const exceptionId = await askExceptionAs(world, cast.recruiter, offerId);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) =>
        answerAs(world, n % 2 === 0 ? cast.manager : cast.substitute, { offerId, exceptionId }),
      ),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  it("law 1: tells nothing of it to who owes a scorecard on the candidate", async () => {
    const { cast, org, made } = world;
    const { applicationId, offerId } = await outside();
    const exceptionId = await askExceptionAs(world, cast.recruiter, offerId);
    await makeInterview(harness, org, made, applicationId, "loopA", [cast.manager]);
    expect(await refusal(answerAs(world, cast.manager, { offerId, exceptionId }))).toBe(
      "SEALED_OWES",
    );
    expect(await refusal(askExceptionAs(world, cast.manager, offerId))).toBe("SEALED_OWES");
  });
});

describe("law 8: the rule of bands as a policy sets it", () => {
  it("lets a reason be enough, or asks for one group more", async () => {
    const { cast } = world;
    const { offerId } = await outside();
    const view = await requestAs(world, offerId, underPolicy(bandRule, "flow", {})(requestOffer));
    expect(view.offer.groups).toMatchObject([
      { name: "Approver", approvals: 1 },
      { name: "Exception", approvals: 1, exception: true },
    ]);
    const asked = view.offer.groups[1]?.members.map((one) => one.id);
    expect(asked?.toSorted()).toEqual(
      [cast.admin, cast.manager, cast.substitute].map((one) => one.memberId).toSorted(),
    );
    await approveAs(world, cast.approver, offerId);
    expect(await refusal(send(offerId))).toBe("OFFER_STATE");
    expect((await approveAs(world, cast.admin, offerId)).offer.state).toBe("approved");
    await send(offerId);

    const other = await outside();
    const enough = underPolicy(bandRule, "validation", { outsideBand: "reason" })(requestOffer);
    expect((await requestAs(world, other.offerId, enough)).offer.state).toBe("pending");
  });

  it("counts variable pay in the Union, and says so", async () => {
    const { applicationId } = await makeOfferable(world);
    const base = { amountMinor: 6_500_000, variableMinor: 500_000 };
    const unsaid = draft(terms(world, applicationId, base));
    const denial = await unsaid.then(
      () => null,
      (error: unknown) => error,
    );
    expect(denial).toMatchObject({
      denial: {
        code: "BAND_REASON_MISSING",
        facts: { counts: "base_and_variable" },
        explanation: { rule: "offer.band", facts: { regionCounts: "base_and_variable" } },
      },
    });
    await draft(terms(world, applicationId, { ...base, variableMinor: 400_000 }));
  });
});
