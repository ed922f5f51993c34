import { mail } from "@rubric/db/schema";
import { and, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { makeOffer, makeOfferable, type World } from "../../test/deciding.ts";
import { makeInterview, makeJob, makeOrg, makeRelation } from "../../test/factories.ts";
import { query, useHarness } from "../../test/harness.ts";
import { answerAs, askExceptionAs, makeBand } from "../../test/paying.ts";
import type { Member } from "../context.ts";
import { showHome } from "../home/show.ts";

const harness = useHarness();
let world: World;

beforeAll(async () => {
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }, { openings: 20 }) };
  await makeBand(world);
});

const above = { amountMinor: 7_500_000, rangeReason: "Ran this very system before." };

/** An offer of the recruiter's above the band. */
async function outside() {
  const { applicationId, candidateId } = await makeOfferable(world);
  return {
    applicationId,
    candidateId,
    offerId: await makeOffer(world, applicationId, "draft", above),
  };
}

/** Who waits to answer an exception of this offer, by their Home. */
async function called(offerId: string): Promise<string[]> {
  const { cast, org } = world;
  const everyone: Member[] = Object.values(cast);
  const homes = await Promise.all(
    everyone.map((one) => query(harness, org, one, "home.show", showHome, {})),
  );
  return homes
    .filter(({ exceptions }) => exceptions.some((one) => one.offerId === offerId))
    .map(({ name }) => name)
    .toSorted();
}

/** Who got which e-mail about exceptions of this offer, in the order in which they were written. */
async function letters(offerId: string): Promise<string[]> {
  const { cast, org } = world;
  const names = new Map(Object.values(cast).map((one) => [one.memberId, one.name]));
  const rows = await harness.within(org.id, (tx) =>
    tx
      .select({ template: mail.template, to: mail.recipientId })
      .from(mail)
      .where(
        and(
          eq(mail.orgId, org.id),
          eq(mail.subjectId, offerId),
          like(mail.template, "offer.exception%"),
        ),
      ),
  );
  return rows.map(({ template, to }) => `${template} → ${names.get(to) ?? to}`).toSorted();
}

describe("law 8: an exception is answered by somebody who hears of it", () => {
  it("calls whoever may answer it, at home and by e-mail, and nobody else", async () => {
    const { cast } = world;
    const { offerId } = await outside();
    await askExceptionAs(world, cast.manager, offerId);
    expect(await called(offerId)).toEqual(["approver", "substitute"]);
    expect(await letters(offerId)).toEqual([
      "offer.exceptionAsked → approver",
      "offer.exceptionAsked → substitute",
    ]);
    const home = await query(harness, world.org, cast.approver, "home.show", showHome, {});
    expect(home.exceptions.find((one) => one.offerId === offerId)).toMatchObject({
      askedBy: "manager",
      candidate: "Casey Candidate",
    });
  });

  it("tells who asked and who wrote the offer what the answer is, and calls nobody any more", async () => {
    const { cast } = world;
    const { offerId } = await outside();
    const exceptionId = await askExceptionAs(world, cast.manager, offerId);
    await answerAs(world, cast.approver, { offerId, exceptionId });
    expect(await called(offerId)).toEqual([]);
    expect((await letters(offerId)).filter((one) => one.includes("Answered"))).toEqual([
      "offer.exceptionAnswered → manager",
      "offer.exceptionAnswered → recruiter",
    ]);
  });

  it("tells its author once where they asked themselves, of a refusal too", async () => {
    const { cast } = world;
    const { offerId } = await outside();
    const exceptionId = await askExceptionAs(world, cast.recruiter, offerId);
    expect(await called(offerId)).toEqual(["approver", "manager", "substitute"]);
    await answerAs(world, cast.manager, { offerId, exceptionId }, false);
    expect((await letters(offerId)).filter((one) => one.includes("Answered"))).toEqual([
      "offer.exceptionAnswered → recruiter",
    ]);
  });

  it("laws 1 and 7: calls nobody who owes a scorecard on the candidate or knows them", async () => {
    const { cast, org, made } = world;
    const { applicationId, candidateId, offerId } = await outside();
    await makeInterview(harness, org, made, applicationId, "loopA", [cast.manager]);
    await makeRelation(harness, org, candidateId, cast.substitute, "relation");
    await askExceptionAs(world, cast.recruiter, offerId);
    expect(await called(offerId)).toEqual(["approver"]);
    expect(await letters(offerId)).toEqual(["offer.exceptionAsked → approver"]);
  });
});
