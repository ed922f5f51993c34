import { frameworkLevel } from "@rubric/db/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Cast, makeOrg } from "../../test/factories.ts";
import { frameworkFile } from "../../test/framework-file.ts";
import { command, query, useHarness } from "../../test/harness.ts";
import type { Org } from "../context.ts";
import {
  compareFrameworkVersions,
  exportFramework,
  importFramework,
  publishFramework,
  startFrameworkDraft,
} from "./index.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
});

/** The file of two levels with a third, and a ladder that parts after the first. */
const withLadder = (name: string) =>
  frameworkFile(name).replace(
    /levels:\n(.*\n){4}/,
    `levels:
  - id: one
    name: Level one
    track: engineer
  - id: two
    name: Level two
    track: technical
    follows:
      - one
  - id: lead
    name: Lead
    track: management
    follows:
      - one
    lateral:
      - two
`,
  );
const load = (yaml: string) =>
  command(harness, org, cast.admin, "framework.import", importFramework, { yaml });
const publish = (versionId: string) =>
  command(harness, org, cast.admin, "framework.publish", publishFramework, { versionId });
const text = async (versionId: string) =>
  (await query(harness, org, cast.admin, "framework.export", exportFramework, { versionId })).yaml;

const TWO = { key: "two", track: "technical", follows: ["one"], lateral: ["lead"] };
const PLAIN_TWO = { key: "two", track: null, follows: ["one"], lateral: [] };

describe("the levels of a framework", () => {
  it("keep their tracks and moves through import, draft and export", async () => {
    const made = await load(withLadder("Ladder"));
    expect(made.levels).toMatchObject([
      { key: "one", track: "engineer", follows: [], lateral: [] },
      TWO,
      { key: "lead", track: "management", follows: ["one"], lateral: ["two"] },
    ]);
    const exported = await text(made.version.id);
    expect(parse(exported)).toEqual(parse(withLadder("Ladder")));
    await publish(made.version.id);
    const draft = await command(
      harness,
      org,
      cast.admin,
      "framework.startDraft",
      startFrameworkDraft,
      { frameworkId: made.id },
    );
    expect(draft.levels.map(({ id: _id, ...level }) => level)).toEqual(
      made.levels.map(({ id: _id, ...level }) => level),
    );
    expect(await text(draft.version.id)).toBe(exported);
  });

  it("follow one another in their order where the file says nothing, and none is written", async () => {
    const made = await load(frameworkFile("Plain"));
    expect(made.levels).toMatchObject([
      { key: "one", track: null, follows: [], lateral: [] },
      PLAIN_TWO,
    ]);
    expect(await text(made.version.id)).not.toMatch(/track|follows|lateral/);
  });

  it("show in a comparison where each came to stand", async () => {
    const first = await load(frameworkFile("Compared"));
    await publish(first.version.id);
    const second = await load(withLadder("Compared"));
    const { levels, counts, rows } = await query(
      harness,
      org,
      cast.admin,
      "framework.compare",
      compareFrameworkVersions,
      { beforeId: first.version.id, afterId: second.version.id },
    );
    expect(levels).toMatchObject([
      { key: "one", change: "changed", fields: ["track"], before: "Level one", after: "Level one" },
      {
        change: "changed",
        fields: ["track", "lateral"],
        placeBefore: PLAIN_TWO,
        placeAfter: TWO,
      },
      { key: "lead", change: "added", fields: [], placeBefore: null, placeAfter: { key: "lead" } },
    ]);
    expect(rows.flatMap((row) => row.cells).every((cell) => cell.change === "same")).toBe(true);
    expect(counts).toEqual({ added: 1, removed: 0, changed: 2 });
  });

  it("have no track but the three in the database either", async () => {
    const { version } = await load(frameworkFile("Checked"));
    const level = { orgId: org.id, versionId: version.id, key: "x", name: "X", position: 9 };
    const insert = async () =>
      harness.within(org.id, async (tx) => {
        await tx
          .insert(frameworkLevel)
          .values({ ...level, id: "00000000-0000-7000-8000-000000000001" });
        await tx.execute("update framework_level set track = 'sales' where key = 'x'");
      });
    await expect(insert()).rejects.toMatchObject({
      cause: { constraint_name: "framework_level_track" },
    });
  });
});
