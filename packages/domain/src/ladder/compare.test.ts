import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeJob, makeOrg } from "../../test/factories.ts";
import { query, refusal, useHarness } from "../../test/harness.ts";
import type { Member, Org } from "../context.ts";
import { levelsOfVersion, publishedVersion } from "./access.ts";
import { compareLadder } from "./index.ts";
import { rowsBetween } from "./level-changes.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let levels: { id: string; key: string }[];

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  await makeJob(harness, { org, cast });
  levels = await harness.within(org.id, async (tx) => {
    const version = await publishedVersion({ read: tx, org }, null);
    return levelsOfVersion({ read: tx, org }, version?.versionId ?? "");
  });
});

const id = (key: string) => levels.find((one) => one.key === key)?.id ?? "";
const compare = (by: Member, from: string, to: string) =>
  query(harness, org, by, "ladder.compare", compareLadder, { fromId: id(from), toId: id(to) });

describe("what would change between two levels", () => {
  it("is told between any two of them, with the way that leads there", async () => {
    const up = await compare(cast.interviewer, "engineer", "senior");
    expect(up).toMatchObject({
      way: "promotion",
      from: { key: "engineer" },
      to: { key: "senior" },
    });
    expect(up.path.map(({ key }) => key)).toEqual(["engineer", "senior"]);
    expect(up.rows.length).toBeGreaterThan(0);
    expect(up.rows.every(({ here, there }) => here !== null && there !== null)).toBe(true);
    const down = await compare(cast.engineer, "senior", "engineer");
    expect(down.way).toBe("back");
    expect((await compare(cast.engineer, "senior", "senior")).rows).toEqual(
      expect.arrayContaining([expect.objectContaining({ change: "same" })]),
    );
  });

  it("is not told between levels of nothing", async () => {
    expect(await refusal(compare(cast.engineer, "engineer", "nothing"))).toBe("NOT_FOUND");
    const other = await makeOrg(harness);
    const fromElsewhere = query(
      harness,
      other.org,
      other.cast.engineer,
      "ladder.compare",
      compareLadder,
      { fromId: id("engineer"), toId: id("senior") },
    );
    expect(await refusal(fromElsewhere)).toBe("NOT_FOUND");
  });

  it("is open to every member but who only audits", async () => {
    expect(await refusal(compare(cast.auditor, "engineer", "senior"))).toBe("FORBIDDEN");
  });
});

describe("the rows between two levels", () => {
  const row = (key: string, proficiency: "Foundational" | "Practitioner", anchor = "Does it.") => ({
    competencyId: key,
    key,
    name: key,
    theme: "Data",
    proficiency,
    anchor,
  });

  it.each([
    ["nothing before", [], [row("a", "Foundational")], "added"],
    ["nothing after", [row("a", "Foundational")], [], "removed"],
    ["a higher proficiency", [row("a", "Foundational")], [row("a", "Practitioner")], "more"],
    ["a lower proficiency", [row("a", "Practitioner")], [row("a", "Foundational")], "less"],
    ["other words", [row("a", "Foundational")], [row("a", "Foundational", "Is it.")], "otherwise"],
    ["blanks around", [row("a", "Foundational")], [row("a", "Foundational", " Does it. ")], "same"],
  ] as const)("with %s", (_what, before, after, change) => {
    expect(rowsBetween(before, after).map((one) => one.change)).toEqual([change]);
  });

  it("stand in the order of the level gone to, what falls away last", () => {
    const before = [row("gone", "Foundational"), row("b", "Foundational")];
    const after = [row("c", "Foundational"), row("b", "Foundational")];
    expect(rowsBetween(before, after).map(({ key }) => key)).toEqual(["c", "b", "gone"]);
  });
});
