import { newId } from "@rubric/db";
import { payBand } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, type MadeJob, makeJob, makeOrg } from "../../test/factories.ts";
import {
  auditTrail,
  command,
  memberActor,
  query,
  refusal,
  useHarness,
} from "../../test/harness.ts";
import type { Member, Org } from "../context.ts";
import { bandInForce } from "./access.ts";
import { approveBand } from "./approve.ts";
import { discardBand } from "./discard.ts";
import { draftBand } from "./draft.ts";
import { exportBands } from "./export.ts";
import { importBands } from "./import.ts";
import { listBands } from "./list.ts";
import type { BandContent } from "./schemas.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;
/** Three more admins: rivals of the cast's. */
let others: Member[];

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
  others = [cast.approver, cast.second, cast.third].map((one) => ({ ...one, roles: ["admin"] }));
});

const today = new Date().toISOString().slice(0, 10);
const band = (changed: Partial<BandContent> = {}): BandContent => ({
  levelKey: "senior",
  region: "DE",
  currency: "EUR",
  minMinor: 4_900_000,
  midMinor: 5_900_000,
  maxMinor: 6_900_000,
  effectiveFrom: today,
  ends: false,
  example: "",
  ...changed,
});
const reason = "The market of this autumn.";
const draft = (by: Member, one: BandContent) =>
  command(harness, org, by, "band.draft", draftBand, {
    frameworkId: made.frameworkId,
    band: one,
    reason,
  });
const approve = (by: Member, bandId: string) =>
  command(harness, org, by, "band.approve", approveBand, { bandId });
const list = (by: Member) =>
  query(harness, org, by, "band.list", listBands, { frameworkId: made.frameworkId });

async function drafted(by: Member, one: BandContent): Promise<string> {
  const view = await draft(by, one);
  const row = view.bands.find(
    (each) =>
      each.state === "draft" && each.levelKey === one.levelKey && each.region === one.region,
  );
  return row?.id ?? "";
}

function other(index: number): Member {
  const found = others[index];
  if (found === undefined) throw new Error(`There is no admin ${index}.`);
  return found;
}

describe("law 8: a pay band by two people", () => {
  it("binds once another admin approves it, with the earlier version beside it", async () => {
    const first = await drafted(cast.admin, band());
    expect(await refusal(approve(cast.admin, first))).toBe("BAND_OWN_APPROVAL");
    const none = await harness.within(org.id, (tx) =>
      bandInForce(
        { read: tx, org },
        { ...made, levelKey: "senior", regions: ["DE-BE"], day: today },
      ),
    );
    expect(none).toBeNull();
    await approve(other(0), first);
    const second = await drafted(other(0), band({ maxMinor: 7_200_000 }));
    const view = await approve(cast.admin, second);
    expect(view.bands.map((one) => [one.number, one.maxMinor, one.inForce])).toEqual([
      [2, 7_200_000, true],
      [1, 6_900_000, false],
    ]);
    const now = await harness.within(org.id, (tx) =>
      bandInForce(
        { read: tx, org },
        { ...made, levelKey: "senior", regions: ["DE-BE"], day: today },
      ),
    );
    expect(now?.maxMinor).toBe(7_200_000);
    const trail = await auditTrail(harness, org.id);
    expect(trail.filter((one) => one.subjectKind === "pay_band").map((one) => one.action)).toEqual([
      "band.draft",
      "band.approve",
      "band.draft",
      "band.approve",
    ]);
  });

  it("is not approved by its author even past the rule: the table itself says so", async () => {
    const id = await drafted(cast.admin, band({ region: "FR" }));
    const write = harness.within(org.id, (tx) =>
      tx
        .update(payBand)
        .set({ state: "approved", approvedBy: cast.admin.memberId })
        .where(eq(payBand.id, id)),
    );
    await expect(write).rejects.toMatchObject({
      cause: { constraint_name: "pay_band_two_people" },
    });
  });

  it("is approved once of many at once", async () => {
    const id = await drafted(cast.admin, band({ region: "PT" }));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 9 }, (_, n) => approve(other(n % 3), id)),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const lost = outcomes.filter((one) => one.status === "rejected");
    for (const one of lost) expect(one.reason).toMatchObject({ denial: { code: "BAND_STATE" } });
  });

  it("is drafted once of many at once, and by its author anew", async () => {
    const at = band({ region: "PL" });
    const outcomes = await Promise.allSettled(others.map((one) => draft(one, at)));
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const mine = await drafted(cast.admin, band({ region: "CZ" }));
    const anew = await drafted(cast.admin, band({ region: "CZ", minMinor: 1 }));
    expect(await refusal(draft(other(0), band({ region: "CZ" })))).toBe("BAND_DRAFTED");
    await command(harness, org, other(0), "band.discard", discardBand, { bandId: anew, reason });
    expect(await refusal(approve(other(0), anew))).toBe("BAND_STATE");
    expect(await drafted(other(0), band({ region: "CZ" }))).not.toBe(mine);
  });

  it("is approved as its approver read it: one that its author wrote anew is another", async () => {
    const read = await drafted(cast.admin, band({ region: "AT" }));
    const anew = await drafted(cast.admin, band({ region: "AT", maxMinor: 99_000_000 }));
    expect(await refusal(approve(other(0), read))).toBe("BAND_STATE");
    const { bands } = await list(cast.admin);
    expect(bands.filter((one) => one.region === "AT")).toMatchObject([
      { id: anew, maxMinor: 99_000_000, may: { discard: null } },
    ]);
    await command(harness, org, other(0), "band.discard", discardBand, { bandId: anew, reason });
  });

  it("refuses a level that is not there, falling amounts and a day gone by", async () => {
    expect(await refusal(draft(cast.admin, band({ levelKey: "boss" })))).toBe("BAND_LEVEL");
    expect(await refusal(draft(cast.admin, band({ minMinor: 9_999_999 })))).toBe("BAND_ORDER");
    expect(await refusal(draft(cast.admin, band({ effectiveFrom: "2020-01-01" })))).toBe(
      "BAND_PAST",
    );
  });

  it("is read by recruiters and hiring managers, edited by admins, and hidden from others", async () => {
    expect((await list(cast.recruiter)).may.draft?.sentence).toBeDefined();
    expect((await list(cast.manager)).bands.length).toBeGreaterThan(0);
    for (const one of [cast.interviewer, cast.engineer, cast.coordinator, cast.auditor]) {
      expect(await refusal(list(one))).toBe("FORBIDDEN");
    }
    expect(await refusal(draft(cast.recruiter, band()))).toBe("FORBIDDEN");
  });

  it("law 12: is not there for another organization", async () => {
    const id = await drafted(cast.admin, band({ region: "ES" }));
    const there = await makeOrg(harness);
    const stranger = memberActor(there.cast.admin.memberId, ["admin"]);
    const call = command(harness, there.org, stranger, "band.approve", approveBand, { bandId: id });
    expect(await refusal(call)).toBe("NOT_FOUND");
    const unknown = command(harness, there.org, stranger, "band.approve", approveBand, {
      bandId: newId(),
    });
    expect(await refusal(unknown)).toBe("NOT_FOUND");
  });
});

describe("pay bands as a file", () => {
  it.each(["yaml", "csv"] as const)(
    "come in as drafts, and go out as they are: %s",
    async (format) => {
      const given = { frameworkId: made.frameworkId, format };
      const out = await query(harness, org, cast.recruiter, "band.export", exportBands, given);
      const same = await command(harness, org, cast.admin, "band.import", importBands, {
        ...given,
        text: out.text,
        reason,
      });
      expect(same).toEqual({ drafted: 0, unchanged: 2 });
      const text = out.text.replaceAll("7200000", "7400000");
      const changed = await command(harness, org, cast.admin, "band.import", importBands, {
        ...given,
        text,
        reason,
      });
      expect(changed).toEqual({ drafted: 1, unchanged: 1 });
      const bad = text.replaceAll("senior", "boss");
      const call = command(harness, org, cast.admin, "band.import", importBands, {
        ...given,
        text: bad,
        reason,
      });
      expect(await refusal(call)).toBe("FILE_REFUSED");
    },
  );
});
