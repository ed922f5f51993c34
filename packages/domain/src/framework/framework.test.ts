import { frameworkVersion } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeOrg } from "../../test/factories.ts";
import { frameworkFile } from "../../test/framework-file.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { ladders } from "../../test/job-family.ts";
import { atOnce } from "../../test/jobs.ts";
import type { Member, Org } from "../context.ts";
import { Refused } from "../errors.ts";
import {
  discardFrameworkDraft,
  exportFramework,
  importFramework,
  installBackendFramework,
  listFrameworks,
  publishFramework,
  showFramework,
} from "./index.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
});

const load = (yaml: string, actor: Member = cast.admin) =>
  command(harness, org, actor, "framework.import", importFramework, { yaml });
const publish = (versionId: string, actor: Member = cast.admin) =>
  command(harness, org, actor, "framework.publish", publishFramework, { versionId });
const discard = (versionId: string, actor: Member = cast.admin) =>
  command(harness, org, actor, "framework.discardDraft", discardFrameworkDraft, { versionId });
const text = async (versionId: string) =>
  (await query(harness, org, cast.admin, "framework.export", exportFramework, { versionId })).yaml;

describe("framework.import", () => {
  it("makes a draft of a new framework, then of its next version", async () => {
    const first = await load(frameworkFile("Imported"));
    expect(first).toMatchObject({ name: "Imported", version: { number: 1, state: "draft" } });
    expect(await refusal(load(frameworkFile("Imported")))).toBe("FRAMEWORK_DRAFT_EXISTS");
    await publish(first.version.id);
    const second = await load(frameworkFile("Imported", "Writes many tests"));
    expect(second.id).toBe(first.id);
    expect(second.version).toMatchObject({ number: 2, state: "draft" });
    const entries = await auditTrail(harness, org.id);
    expect(entries.filter((entry) => entry.subjectId === first.id)).toHaveLength(2);
  });

  it("refuses a bad file with its line and field, and writes nothing", async () => {
    const bad = frameworkFile("Half written").replace("level: two", "level: three");
    const outcome = await load(bad).catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(Refused);
    expect(outcome instanceof Refused && outcome.denial).toMatchObject({
      code: "FILE_REFUSED",
      facts: { line: 21, field: "competencies[1].level" },
    });
    const { frameworks } = await query(
      harness,
      org,
      cast.admin,
      "framework.list",
      listFrameworks,
      {},
    );
    expect(frameworks.map((one) => one.name)).not.toContain("Half written");
  });

  it("makes one framework when the same file comes 5 times at once", async () => {
    const lost = Array.from({ length: 4 }, () => "FRAMEWORK_DRAFT_EXISTS");
    expect(await atOnce(5, () => load(frameworkFile("At once")))).toEqual(["done", ...lost]);
    const { frameworks } = await query(
      harness,
      org,
      cast.admin,
      "framework.list",
      listFrameworks,
      {},
    );
    expect(frameworks.filter((one) => one.name === "At once")).toHaveLength(1);
  });

  it.each(ladders)("exports $name to the letter of its content", async ({ text: source }) => {
    const view = await load(source);
    const exported = await text(view.version.id);
    await discard(view.version.id);
    const again = await load(exported);
    expect(await text(again.version.id)).toBe(exported);
    expect(again.competencies.flatMap((row) => row.anchors)).toHaveLength(
      view.competencies.flatMap((row) => row.anchors).length,
    );
    await discard(again.version.id);
  });

  it("is for an admin alone", async () => {
    expect(await refusal(load(frameworkFile("Not mine"), cast.manager))).toBe("FORBIDDEN");
  });
});

describe("the own framework", () => {
  it("is installed published, with its questions, in each organization", async () => {
    for (let n = 0; n < 2; n += 1) {
      const fresh = await makeOrg(harness);
      const { frameworkId, versionId } = await harness.within(fresh.org.id, (tx) =>
        installBackendFramework(tx, fresh.org.id, fresh.cast.admin.memberId, new Date()),
      );
      const view = await query(
        harness,
        fresh.org,
        fresh.cast.engineer,
        "framework.show",
        showFramework,
        { frameworkId, versionId: null },
      );
      expect(view.version.id).toBe(versionId);
      expect(view.themes.map((theme) => theme.key).slice(0, 3)).toEqual([
        "business-rules",
        "security",
        "data-at-scale",
      ]);
      expect(view.competencies).toHaveLength(26);
      expect(view.competencies.every((row) => row.anchors.length === 7)).toBe(true);
      const rows = await harness.within(fresh.org.id, (tx) =>
        tx.select().from(frameworkVersion).where(eq(frameworkVersion.orgId, fresh.org.id)),
      );
      expect(rows).toHaveLength(1);
    }
  });
});
