import { disclosure, job } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { makeOfferable, terms, type World } from "../../test/deciding.ts";
import { makeJob, makeOrg } from "../../test/factories.ts";
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import { makePost } from "../../test/posts.ts";
import { scheduling } from "../../test/scheduling.ts";
import { disclose, shownRanges } from "../application/disclosures.ts";
import { NO_STATEMENTS } from "../job/schemas.ts";
import { invitationRanges } from "../mail/facts.ts";
import type { RegionalRange } from "../region/pay-ranges.ts";
import { draftOffer } from "./draft.ts";
import { listOffers } from "./list.ts";

const harness = useHarness();
const PLACES = ["DE-BE", "CA-ON"];
const EUR = { minMinor: 6_000_000, maxMinor: 8_000_000, currency: "EUR" };
const CAD = { minMinor: 10_000_000, maxMinor: 13_000_000, currency: "CAD" };
const IN_ONTARIO: RegionalRange[] = [
  { ...EUR, region: null },
  { ...CAD, region: "CA-ON" },
];
let world: World;

async function jobIn(locations: string[]) {
  const { org, cast } = world;
  const made = await makeJob(harness, { org, cast }, { openings: 3 });
  await harness.within(org.id, (tx) =>
    tx
      .update(job)
      .set({ locations })
      .where(and(eq(job.orgId, org.id), eq(job.id, made.jobId))),
  );
  return made;
}

beforeAll(async () => {
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }) };
  world.made = await jobIn(PLACES);
});

const shown = (applicationId: string) =>
  harness.within(world.org.id, async (tx) => {
    const ctx = { read: tx, org: world.org };
    return (await shownRanges(ctx, [applicationId])).get(applicationId) ?? [];
  });

describe("law 8: the range of each region, in its own currency", () => {
  const arrange = scheduling(harness, () => world);

  it("goes with the invitation, and is kept", async () => {
    const made = await jobIn(PLACES);
    await makePost(harness, world, made, {
      locations: PLACES,
      statements: { ...NO_STATEMENTS, regionalPay: [{ ...CAD, region: "CA-ON" }] },
    });
    const { applicationId, interviewId } = await arrange.planned(made);
    await arrange.schedule(interviewId);
    const ranges = [
      { region: null, currency: "EUR", how: "invitation" },
      { ...CAD, region: "CA-ON", how: "invitation" },
    ];
    expect(await shown(applicationId)).toMatchObject(ranges);
    const mailed = await harness.within(world.org.id, (tx) =>
      invitationRanges(tx, world.org.id, applicationId),
    );
    expect(mailed).toMatchObject(ranges);
  });

  it("is demanded of each place whose law demands one", async () => {
    const made = await jobIn(PLACES);
    await makePost(harness, world, made, {
      locations: PLACES,
      payMinMinor: null,
      payMaxMinor: null,
      payCurrency: null,
      statements: { ...NO_STATEMENTS, regionalPay: [{ ...EUR, region: "DE" }] },
    });
    const { interviewId } = await arrange.planned(made);
    expect(await refusal(arrange.schedule(interviewId))).toBe("INVITATION_NEEDS_RANGE");
  });

  it("is disclosed again where what was shown leaves a place out", async () => {
    const made = await jobIn(PLACES);
    await makePost(harness, world, made, { locations: PLACES });
    const { applicationId, interviewId } = await arrange.planned(made);
    await harness.within(world.org.id, (tx) =>
      disclose({ tx, org: world.org, clock: new Date(0) }, applicationId, "post", [
        { ...EUR, region: "DE" },
      ]),
    );
    await arrange.schedule(interviewId);
    expect(await shown(applicationId)).toMatchObject([{ region: null, how: "invitation" }]);
  });
});

describe("law 8: an offer is held to the range of its place of work", () => {
  async function offerable() {
    const { applicationId } = await makeOfferable(world, null);
    await harness.within(world.org.id, (tx) =>
      disclose({ tx, org: world.org, clock: new Date() }, applicationId, "post", IN_ONTARIO),
    );
    return applicationId;
  }
  const draft = (applicationId: string, changed: Parameters<typeof terms>[2]) =>
    command(
      harness,
      world.org,
      world.cast.recruiter,
      "offer.draft",
      draftOffer,
      terms(world, applicationId, changed),
    );

  it.each<[string, Parameters<typeof terms>[2], string | null]>([
    ["inside Ontario's", { workPlace: "CA-ON", currency: "CAD", amountMinor: 12_000_000 }, null],
    [
      "above Ontario's",
      { workPlace: "CA-ON", currency: "CAD", amountMinor: 13_000_001 },
      "RANGE_REASON_MISSING",
    ],
    [
      "in another currency than Ontario's",
      { workPlace: "CA-ON", currency: "EUR", amountMinor: 7_000_000 },
      "RANGE_REASON_MISSING",
    ],
    ["inside Berlin's", { workPlace: "DE-BE", currency: "EUR", amountMinor: 7_000_000 }, null],
    [
      "without a place: of the job's first",
      { workPlace: null, currency: "EUR", amountMinor: 7_000_000 },
      null,
    ],
    [
      "without a place, as if in Ontario",
      { workPlace: null, currency: "CAD", amountMinor: 12_000_000 },
      "RANGE_REASON_MISSING",
    ],
    [
      "in a place that is not the job's",
      { workPlace: "US-CO", currency: "EUR", amountMinor: 7_000_000 },
      "OFFER_PLACE",
    ],
  ])("%s", async (_, changed, code) => {
    const drafted = draft(await offerable(), changed);
    if (code === null) expect((await drafted).versions[0]?.outside).toBeNull();
    else expect(await refusal(drafted)).toBe(code);
  });

  it("and shows what each place is weighed against", async () => {
    const applicationId = await offerable();
    await draft(applicationId, { workPlace: "CA-ON", currency: "CAD", amountMinor: 12_000_000 });
    const { org, cast } = world;
    const list = await query(harness, org, cast.recruiter, "offer.list", listOffers, {
      applicationId,
    });
    expect(list.places).toMatchObject([
      { place: "DE-BE", pay: { range: EUR } },
      { place: "CA-ON", pay: { range: CAD } },
    ]);
    expect(list.versions[0]).toMatchObject({ workPlace: "CA-ON", pay: { range: CAD } });
    expect(list.versions[0]?.conditionList).toEqual([]);
    const rows = await harness.within(org.id, (tx) =>
      tx.select().from(disclosure).where(eq(disclosure.applicationId, applicationId)),
    );
    expect(new Set(rows.map((row) => row.region))).toEqual(new Set(["CA-ON", null]));
  });
});
