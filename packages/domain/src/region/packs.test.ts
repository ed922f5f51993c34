import { organizationSettings, regionPack } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { atOnce } from "../../test/jobs.ts";
import type { Member, Org } from "../context.ts";
import { dayIn } from "../job/access.ts";
import { writeYaml } from "../yaml/write-yaml.ts";
import { regionsAsked } from "./asked.ts";
import { BUILT_IN } from "./built-in.ts";
import {
  approvePack,
  discardPack,
  exportPack,
  importPack,
  setRegionSizes,
  showRegions,
} from "./index.ts";
import { employeesOf } from "./pack-rules.ts";
import { parseRegionPack } from "./parse.ts";
import { rulesFor } from "./rules.ts";
import type { RegionPack } from "./schemas.ts";

const harness = useHarness();
const today = () => dayIn("UTC", new Date());
const later = (days: number) => dayIn("UTC", new Date(Date.now() + days * 86_400_000));

type World = { org: Org; cast: Cast; second: Member };
async function world(): Promise<World> {
  const { org, cast } = await makeOrg(harness);
  return { org, cast, second: { ...cast.engineer, roles: ["admin"] } };
}

const load = ({ org, cast }: World, yaml: string, effectiveFrom = today(), actor = cast.admin) =>
  command(harness, org, actor, "region.importPack", importPack, {
    yaml,
    effectiveFrom,
    reason: "A law changed.",
  });
const approve = ({ org, second }: World, packId: string, actor: Member = second) =>
  command(harness, org, actor, "region.approvePack", approvePack, { packId });
const discard = ({ org, cast }: World, packId: string) =>
  command(harness, org, cast.admin, "region.discardPack", discardPack, { packId });
const show = ({ org, cast }: World, day: string | null = null, actor: Member = cast.admin) =>
  query(harness, org, actor, "region.show", showRegions, { day });

const TEXAS: RegionPack = {
  rules: [
    ...BUILT_IN.rules,
    {
      id: "us-tx-pay-range",
      region: "US-TX",
      from: "2026-01-01",
      to: null,
      threshold: null,
      duty: { topic: "pay_range", by: "post", demands: ["range"], maxSpread: null, fine: null },
      blocking: true,
      source: "Texas, should it ever",
      confidence: "m",
      sentence: "A post names the pay range.",
    },
  ],
};
const texas = writeYaml(TEXAS);

describe("a pack of rules of regions", () => {
  it("counts no period that ends in years of which no page tells", () => {
    const [rule] = TEXAS.rules.slice(-1);
    const of = (count: number) => ({
      rules: [
        {
          ...rule,
          duty: {
            topic: "retention_max",
            most: { count, unit: "year" },
            countsFrom: "rejection",
            withConsent: null,
          },
        },
      ],
    });
    expect(parseRegionPack(JSON.stringify(of(1000)))).toMatchObject({
      ok: false,
      error: { field: "rules[0].duty.most" },
    });
    expect(parseRegionPack(JSON.stringify(of(100))).ok).toBe(true);
  });

  it("comes out as it is and goes in again without a change", async () => {
    const at = await world();
    const file = await query(harness, at.org, at.cast.admin, "region.exportPack", exportPack, {
      packId: null,
    });
    expect(parseRegionPack(file.yaml)).toEqual({ ok: true, pack: BUILT_IN });
    expect(parseRegionPack(JSON.stringify(BUILT_IN))).toEqual({ ok: true, pack: BUILT_IN });
  });

  it.each([
    ["rules: []\n", "rules"],
    ["rules:\n  - id: A B\n", "rules[0].id"],
    [texas.replace("us-tx-pay-range", "us-co-pay-range"), "rules["],
    [texas.replace("region: US-TX", "region: Texas"), "region"],
    [texas.replace("topic: four_fifths", "topic: five_sixths"), "topic"],
  ])("is refused whole with its first wrong place: %#", async (yaml, field) => {
    const at = await world();
    const parsed = parseRegionPack(yaml);
    expect(parsed.ok ? "" : parsed.error.field).toContain(field);
    expect(await refusal(load(at, yaml))).toBe("FILE_REFUSED");
    expect((await show(at)).versions).toEqual([]);
  });

  it("binds nobody before somebody else approved it, and from its day on", async () => {
    const at = await world();
    const [draft] = (await load(at, texas, later(3))).versions;
    expect(draft).toMatchObject({ number: 1, state: "draft", reason: "A law changed." });
    expect(await refusal(load(at, texas))).toBe("REGION_PACK_WAITS");
    expect((await show(at)).packNumber).toBeNull();
    const packId = draft?.id ?? "";
    expect(await refusal(approve(at, packId, at.cast.admin))).toBe("REGION_PACK_AUTHOR");
    expect(await refusal(approve(at, packId, at.cast.recruiter))).toBe("FORBIDDEN");
    const [approved] = (await approve(at, packId)).versions;
    expect(approved).toMatchObject({ state: "approved", approvedBy: "engineer" });
    expect((await show(at, later(2))).packNumber).toBeNull();
    const inForce = await show(at, later(3));
    expect(inForce.packNumber).toBe(1);
    expect(inForce.rules.find((one) => one.id === "us-tx-pay-range")?.status).toBe("in_force");
    const idsOn = async (day: string) =>
      harness.within(at.org.id, async (tx) => {
        const clock = new Date(`${day}T12:00:00.000Z`);
        const asked = await regionsAsked(tx, at.org.id, clock, ["US-TX"]);
        return { number: asked.packNumber, ids: rulesFor(asked).map((one) => one.rule.id) };
      });
    expect(await idsOn(later(2))).toMatchObject({ number: null });
    expect((await idsOn(later(2))).ids).not.toContain("us-tx-pay-range");
    expect(await idsOn(later(3))).toMatchObject({ number: 1 });
    expect((await idsOn(later(3))).ids).toContain("us-tx-pay-range");
    expect(await refusal(discard(at, packId))).toBe("REGION_PACK_STATE");
    const actions = (await auditTrail(harness, at.org.id)).map((entry) => entry.action);
    expect(actions).toEqual(["region.importPack", "region.approvePack"]);
  });

  it("is approved once, however many admins do it at once", async () => {
    const at = await world();
    const [draft] = (await load(at, texas)).versions;
    const admins = Object.values(at.cast)
      .filter((one) => one.memberId !== at.cast.admin.memberId)
      .map((one): Member => ({ ...one, roles: ["admin"] }));
    const outcomes = await atOnce(8, (n) => approve(at, draft?.id ?? "", admins[n]));
    expect(outcomes).toEqual(["done", ...Array.from({ length: 7 }, () => "REGION_PACK_STATE")]);
  });

  it("of two imported at once keeps one", async () => {
    const at = await world();
    expect(await atOnce(4, () => load(at, texas))).toEqual([
      "done",
      "REGION_PACK_WAITS",
      "REGION_PACK_WAITS",
      "REGION_PACK_WAITS",
    ]);
  });

  it("never reaches back: its day is today at the earliest, as it comes and as it is approved", async () => {
    const at = await world();
    expect(await refusal(load(at, texas, later(-1)))).toBe("REGION_PACK_PAST");
    const [draft] = (await load(at, texas)).versions;
    await harness.within(at.org.id, (tx) =>
      tx
        .update(regionPack)
        .set({ effectiveFrom: later(-1) })
        .where(eq(regionPack.orgId, at.org.id)),
    );
    expect(await refusal(approve(at, draft?.id ?? ""))).toBe("REGION_PACK_PAST");
    expect((await discard(at, draft?.id ?? "")).versions[0]?.state).toBe("discarded");
    expect((await load(at, texas)).versions.map((one) => one.number)).toEqual([2, 1]);
  });

  it("of another organization is not there", async () => {
    const [one, other] = [await world(), await world()];
    const [draft] = (await load(one, texas)).versions;
    const packId = draft?.id ?? "";
    expect(await refusal(approve(other, packId))).toBe("NOT_FOUND");
    expect(await refusal(discard(other, packId))).toBe("NOT_FOUND");
    const read = query(harness, other.org, other.cast.admin, "region.exportPack", exportPack, {
      packId,
    });
    expect(await refusal(read)).toBe("NOT_FOUND");
  });
});

describe("an organization's size by region", () => {
  let at: World;
  beforeAll(async () => {
    at = await world();
  });
  type Sizes = { region: string; employees: number }[];
  const set = (sizes: Sizes, actor: Member = at.cast.admin) =>
    command(harness, at.org, actor, "region.setSizes", setRegionSizes, {
      sizes,
      traits: ["federal_contractor"],
    });

  it("settles what binds, and is kept with what the organization says of itself", async () => {
    const view = await set([
      { region: "US", employees: 14 },
      { region: "CA-ON", employees: 25 },
    ]);
    expect(view.traits).toEqual(["federal_contractor"]);
    const binding = (id: string) => view.rules.find((one) => one.id === id)?.binding;
    expect(binding("us-ca-pay-upon-hire")).toBe("too_small");
    expect(binding("us-nj-pay-range")).toBe("binds");
    expect(binding("ca-on-pay-range")).toBe("binds");
    expect(binding("de-works-council")).toBe("size_unknown");
    expect(binding("us-retention-contractor-small")).toBe("binds");
    const asked = await harness.within(at.org.id, (tx) =>
      regionsAsked(tx, at.org.id, new Date("2026-03-01T12:00:00.000Z"), ["US-CA"]),
    );
    expect(rulesFor(asked).map((one) => one.rule.id)).not.toContain("us-ca-pay-upon-hire");
    expect((await set([])).sizes).toEqual([]);
    expect(await refusal(set([], at.cast.recruiter))).toBe("FORBIDDEN");
  });

  it.each<[Sizes]>([
    [
      [
        { region: "US", employees: 5 },
        { region: "US-CO", employees: 6 },
      ],
    ],
    [
      [
        { region: "DE", employees: 5 },
        { region: "DE", employees: 6 },
      ],
    ],
  ])("fits together: %j", async (sizes) => {
    expect(await refusal(set(sizes))).toBe("REGION_SIZES");
  });

  it.each<[Sizes, string, number | null]>([
    [[], "US-CO", null],
    [[{ region: "US-CO", employees: 3 }], "US-CO", 3],
    [[{ region: "US-CO", employees: 3 }], "US", null],
    [[{ region: "US", employees: 3 }], "US-CO", 3],
    [[{ region: "EU", employees: 90 }], "DE-BE", 90],
    [[{ region: "CA", employees: 90 }], "US", null],
  ])("%j: %s has %j", (sizes, region, expected) => {
    expect(employeesOf(sizes)(region)).toBe(expected);
  });

  it("is settled by one after the other", async () => {
    const call = (n: number) => set([{ region: "DE", employees: n }]);
    expect(await atOnce(8, call)).toEqual(Array.from({ length: 8 }, () => "done"));
    const rows = await harness.within(at.org.id, (tx) =>
      tx.select().from(organizationSettings).where(eq(organizationSettings.orgId, at.org.id)),
    );
    expect(rows).toHaveLength(1);
    expect((await show(at)).sizes).toHaveLength(1);
  });
});
