import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, type MadeJob, makeJob, makeOrg } from "../../test/factories.ts";
import { plantPlan } from "../../test/growth.ts";
import { command, query, useHarness } from "../../test/harness.ts";
import { joinAs, makeHired } from "../../test/hired.ts";
import type { Member, Org, ReadCtx } from "../context.ts";
import { levelsOfVersion, publishedVersion } from "../ladder/access.ts";
import { assessedGaps } from "../plan/access.ts";
import { showProgress } from "../progress/index.ts";
import { exportRecord } from "../record/index.ts";
import { objectBaseline, openBaseline, shareBaseline } from "./index.ts";

const harness = useHarness();
const words = (by: string) => `planted-in-a-baseline by ${by}`;
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

async function opened() {
  const { candidateId } = await makeHired(harness, { org, cast, made }, { words });
  const engineer = await joinAs(harness, org, candidateId, cast.approver.memberId);
  await command(harness, org, engineer, "baseline.open", openBaseline, {
    memberId: engineer.memberId,
  });
  return engineer;
}

const share = (by: Member) =>
  command(harness, org, by, "baseline.share", shareBaseline, {
    memberId: by.memberId,
    remark: "",
  });

function gapsTo(key: string, by: Member, { memberId }: Member) {
  const read = async (ctx: ReadCtx) => {
    const version = await publishedVersion(ctx, made.frameworkId);
    const levels = await levelsOfVersion(ctx, version?.versionId ?? "");
    const path = levels.filter((level) => level.key === key);
    return assessedGaps(ctx, memberId, { frameworkId: made.frameworkId, path });
  };
  return query(harness, org, by, "plan.preview", read, { memberId });
}

const points = async (by: Member, { memberId }: Member) => {
  const view = await query(harness, org, by, "progress.show", showProgress, { memberId });
  return view.points;
};

describe("law 10: a plan rests on the interviews only where both of the pair read them", () => {
  it("has no gaps of them before they are shared, though the person sees them", async () => {
    const engineer = await opened();
    expect(await points(engineer, engineer)).toHaveLength(6);
    expect(await gapsTo("senior", engineer, engineer)).toEqual([]);
    expect(await gapsTo("senior", cast.approver, engineer)).toEqual([]);
  });

  it("has the same gaps whoever of the two asks once they are, at the level of the hire", async () => {
    const engineer = await opened();
    await share(engineer);
    const own = await gapsTo("senior", engineer, engineer);
    expect(own.map(({ competency, by, from }) => [competency, by, from])).toEqual([
      ["business-rules", "baseline", "senior"],
      ["security", "baseline", "senior"],
      ["data-at-scale", "baseline", "senior"],
    ]);
    expect(await gapsTo("senior", cast.approver, engineer)).toEqual(own);
    expect(await gapsTo("engineer", cast.approver, engineer)).toEqual([]);
  });

  it("has none for either after an objection, nor where nobody manages them", async () => {
    const engineer = await opened();
    await share(engineer);
    await command(harness, org, engineer, "baseline.object", objectBaseline, {
      memberId: engineer.memberId,
      reason: "I was ill that day.",
    });
    expect(await gapsTo("senior", engineer, engineer)).toEqual([]);
    expect(await points(engineer, engineer)).toEqual([]);
    const { candidateId } = await makeHired(harness, { org, cast, made });
    const alone = await joinAs(harness, org, candidateId, null);
    const of = { memberId: alone.memberId };
    await command(harness, org, alone, "baseline.open", openBaseline, of);
    await share(alone);
    expect(await gapsTo("senior", alone, alone)).toEqual([]);
  });
});

describe("what is drawn over time", () => {
  it("has the interviews for whom they are open to, and what was done of the plan for both", async () => {
    const engineer = await opened();
    await plantPlan(harness, { org, cast, engineer, boss: cast.approver }, engineer, "PLANTED");
    const kinds = async (by: Member) => (await points(by, engineer)).map((point) => point.by);
    expect(await kinds(cast.approver)).toEqual(["plan"]);
    expect((await kinds(engineer)).toSorted()).toEqual([
      ...Array.from({ length: 6 }, () => "baseline"),
      "plan",
    ]);
    await share(engineer);
    expect(await kinds(cast.approver)).toHaveLength(7);
    expect(await points(cast.approver, engineer)).toContainEqual({
      competency: "security",
      day: "2026-11-02",
      by: "plan",
      rating: null,
      level: null,
      about: "PLANTED item",
    });
  });
});

describe("the record of who was hired here", () => {
  it("holds their baseline and nobody else's", async () => {
    const engineer = await opened();
    const other = await opened();
    const exported = (by: Member) =>
      command(harness, org, by, "record.export", exportRecord, { memberId: by.memberId });
    const { sections } = await exported(engineer);
    expect(sections.baseline).toHaveLength(1);
    expect(JSON.stringify(sections.baseline)).toContain("planted-in-a-baseline");
    const never = await joinAs(harness, org, null, cast.approver.memberId);
    expect((await exported(never)).sections.baseline).toEqual([]);
    expect((await exported(other)).sections.baseline).toHaveLength(1);
  });
});
