import { libraryVersion } from "@rubric/db/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, type MadeJob, makeJob, makeOrg } from "../../test/factories.ts";
import { command, query, useHarness } from "../../test/harness.ts";
import { joinAs, makeHired } from "../../test/hired.ts";
import { inDays } from "../../test/planning.ts";
import { objectBaseline, openBaseline, shareBaseline } from "../baseline/index.ts";
import type { Member, Org } from "../context.ts";
import { previewPlan, showPlan } from "./index.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
  await harness.within(org.id, (tx) =>
    tx.insert(libraryVersion).values({
      orgId: org.id,
      id: crypto.randomUUID(),
      frameworkId: made.frameworkId,
      number: 1,
      name: "",
      summary: "",
      items: [],
      importedBy: cast.admin.memberId,
      importedAt: new Date(),
    }),
  );
});

/** Somebody with a baseline, or without one. */
async function joined(hired: boolean) {
  const candidateId = hired ? (await makeHired(harness, { org, cast, made })).candidateId : null;
  const engineer = await joinAs(harness, org, candidateId, cast.approver.memberId);
  const { memberId } = engineer;
  const open = () => command(harness, org, engineer, "baseline.open", openBaseline, { memberId });
  const share = () =>
    command(harness, org, engineer, "baseline.share", shareBaseline, { memberId, remark: "" });
  const object = () =>
    command(harness, org, engineer, "baseline.object", objectBaseline, {
      memberId,
      reason: "Ill.",
    });
  /** What a reader is told of why there is no plan. */
  const told = async (by: Member) => {
    const page = await query(harness, org, by, "plan.show", showPlan, { memberId });
    const asked = query(harness, org, by, "plan.preview", previewPlan, {
      memberId,
      levelId: page.levels.find(({ key }) => key === "senior")?.id ?? "",
      goal: "learning_path",
      technologies: [],
      weeks: 8,
      hoursAWeek: 4,
      startOn: inDays(0),
      marked: [],
    });
    const refused = await asked.then(
      () => null,
      (error: unknown) => error,
    );
    return { unshared: page.unshared, refused: JSON.stringify(refused) };
  };
  return { engineer, open, share, object, told };
}

describe("law 10: that a baseline waits is told to nobody but the person", () => {
  it("tells the person why it does not count, from before they opened it until it is shared", async () => {
    const { engineer, open, share, told } = await joined(true);
    const before = await told(engineer);
    expect(before.unshared).toBe(true);
    expect(before.refused).toContain('"unshared":true');
    await open();
    expect((await told(engineer)).unshared).toBe(true);
    await share();
    expect(await told(engineer)).toEqual({ unshared: false, refused: "null" });
  });

  it("tells the manager the same as where there is no baseline", async () => {
    const [some, none] = [await joined(true), await joined(false)];
    const nothing = await none.told(cast.approver);
    expect(nothing).toMatchObject({ unshared: false });
    expect(nothing.refused).toContain("GROWTH_PLAN_NOTHING");
    expect(await some.told(cast.approver)).toEqual(nothing);
    await some.open();
    expect(await some.told(cast.approver)).toEqual(nothing);
    await some.object();
    expect(await some.told(cast.approver)).toEqual(nothing);
    expect(await some.told(some.engineer)).toEqual(await none.told(none.engineer));
  });
});
