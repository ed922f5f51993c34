import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeOrg } from "../../test/factories.ts";
import { frameworkFile } from "../../test/framework-file.ts";
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import { atOnce } from "../../test/jobs.ts";
import type { Member, Org } from "../context.ts";
import {
  compareFrameworkVersions,
  discardFrameworkDraft,
  editAnchor,
  exportFramework,
  importFramework,
  publishFramework,
  showFramework,
  startFrameworkDraft,
} from "./index.ts";
import type { FrameworkView } from "./schemas.ts";

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
const start = (frameworkId: string, actor: Member = cast.admin) =>
  command(harness, org, actor, "framework.startDraft", startFrameworkDraft, { frameworkId });
const discard = (versionId: string, actor: Member = cast.admin) =>
  command(harness, org, actor, "framework.discardDraft", discardFrameworkDraft, { versionId });
const show = (frameworkId: string, versionId: string | null, actor: Member = cast.admin) =>
  query(harness, org, actor, "framework.show", showFramework, { frameworkId, versionId });
const text = async (versionId: string) =>
  (await query(harness, org, cast.admin, "framework.export", exportFramework, { versionId })).yaml;
const edit = (view: FrameworkView, summary: string, actor: Member = cast.admin) =>
  command(harness, org, actor, "framework.editAnchor", editAnchor, {
    versionId: view.version.id,
    competencyId: view.competencies[0]?.id ?? "",
    levelId: view.levels[0]?.id ?? "",
    summary,
    proficiency: "Expert",
    examples: [],
    supportingUrls: [],
  });

describe("framework drafts", () => {
  it("are a copy, hidden from readers, discarded without a trace in the list", async () => {
    const { version, id } = await load(frameworkFile("Drafts"));
    expect(await refusal(show(id, null, cast.engineer))).toBe("NOT_FOUND");
    await publish(version.id);
    expect(await refusal(discard(version.id))).toBe("FRAMEWORK_PUBLISHED");
    const draft = await start(id);
    expect(draft.version).toMatchObject({ number: 2, state: "draft" });
    expect(await text(draft.version.id)).toBe(await text(version.id));
    expect(await refusal(start(id))).toBe("FRAMEWORK_DRAFT_EXISTS");
    expect(await refusal(show(id, draft.version.id, cast.engineer))).toBe("NOT_FOUND");
    const read = await show(id, null, cast.engineer);
    expect(read.version.number).toBe(1);
    expect(read.versions.map((one) => one.state)).toEqual(["published"]);
    expect(read.may.editAnchor?.law).toBe(15);
    await discard(draft.version.id);
    expect((await show(id, null)).versions).toHaveLength(1);
  });

  it("start once when 5 are started at once", async () => {
    const { version, id } = await load(frameworkFile("Race"));
    await publish(version.id);
    const lost = Array.from({ length: 4 }, () => "FRAMEWORK_DRAFT_EXISTS");
    expect(await atOnce(5, () => start(id))).toEqual(["done", ...lost]);
  });

  it("compare with the version before, changed cells marked", async () => {
    const { version, id } = await load(frameworkFile("Compared"));
    await publish(version.id);
    const draft = await start(id);
    const edited = await edit(draft, "Makes testing everyone's habit");
    const view = await query(
      harness,
      org,
      cast.admin,
      "framework.compare",
      compareFrameworkVersions,
      { beforeId: version.id, afterId: edited.version.id },
    );
    expect(view.counts).toEqual({ added: 0, removed: 0, changed: 1 });
    expect(view.rows[0]?.cells.map((cell) => [cell.change, cell.fields])).toEqual([
      ["changed", ["summary", "proficiency"]],
      ["same", []],
    ]);
    const other = await load(frameworkFile("Another one"));
    expect(
      await refusal(
        query(harness, org, cast.admin, "framework.compare", compareFrameworkVersions, {
          beforeId: version.id,
          afterId: other.version.id,
        }),
      ),
    ).toBe("FRAMEWORKS_DIFFER");
  });

  it("give an empty cell its first anchor, whose links stay where none are given", async () => {
    const one = frameworkFile("Sparse").split("  - id: 22222222")[0] ?? "";
    const draft = await load(one);
    const filled = await command(harness, org, cast.admin, "framework.editAnchor", editAnchor, {
      versionId: draft.version.id,
      competencyId: draft.competencies[0]?.id ?? "",
      levelId: draft.levels[1]?.id ?? "",
      summary: "Newly written",
      proficiency: "Expert",
      examples: ["An example of it"],
      supportingUrls: [{ label: "A page", url: "https://example.test/" }],
    });
    expect(filled.competencies[0]?.anchors.map((anchor) => anchor.summary)).toEqual([
      "Writes tests",
      "Newly written",
    ]);
    expect(await text(draft.version.id)).toContain("Newly written");
    const again = await command(harness, org, cast.admin, "framework.editAnchor", editAnchor, {
      versionId: draft.version.id,
      competencyId: draft.competencies[0]?.id ?? "",
      levelId: draft.levels[1]?.id ?? "",
      summary: "Written anew",
      proficiency: "Expert",
      examples: [],
    });
    expect(again.competencies[0]?.anchors[1]).toMatchObject({
      summary: "Written anew",
      examples: [],
      supportingUrls: [{ label: "A page", url: "https://example.test/" }],
    });
  });
});

describe("law 6: a published framework never changes", () => {
  it("refuses to edit it", async () => {
    const draft = await load(frameworkFile("Frozen"));
    const view = await publish(draft.version.id);
    expect(view.version.state).toBe("published");
    expect(await refusal(edit(view, "Something else"))).toBe("FRAMEWORK_PUBLISHED");
    expect(await refusal(publish(draft.version.id))).toBe("FRAMEWORK_PUBLISHED");
  });

  it("publishes once of 10 at once, and edits in flight land before it or not at all", async () => {
    const draft = await load(frameworkFile("Contended"));
    const edits = Array.from({ length: 10 }, (_, n) =>
      edit(draft, `Edit number ${n}`).then(
        () => "edited",
        () => "refused",
      ),
    );
    const published = Array.from({ length: 10 }, () =>
      publish(draft.version.id).then(
        () => text(draft.version.id),
        () => null,
      ),
    );
    await Promise.all(edits);
    const texts = (await Promise.all(published)).filter((one) => one !== null);
    expect(texts).toHaveLength(1);
    expect(await text(draft.version.id)).toBe(texts[0]);
  });

  it("is refused by other roles and unseen from other organizations", async () => {
    const draft = await load(frameworkFile("Guarded"));
    for (const actor of [cast.recruiter, cast.manager, cast.engineer, cast.auditor]) {
      expect(await refusal(publish(draft.version.id, actor))).toBe("FORBIDDEN");
      expect(await refusal(edit(draft, "Not allowed", actor))).toBe("FORBIDDEN");
      expect(await refusal(discard(draft.version.id, actor))).toBe("FORBIDDEN");
      expect(await refusal(start(draft.id, actor))).toBe("FORBIDDEN");
    }
    const other = await makeOrg(harness);
    const there = { versionId: draft.version.id };
    expect(
      await refusal(
        command(harness, other.org, other.cast.admin, "framework.publish", publishFramework, there),
      ),
    ).toBe("NOT_FOUND");
    expect(
      await refusal(
        query(harness, other.org, other.cast.admin, "framework.export", exportFramework, there),
      ),
    ).toBe("NOT_FOUND");
    expect(
      await refusal(
        query(harness, other.org, other.cast.admin, "framework.show", showFramework, {
          frameworkId: draft.id,
          versionId: null,
        }),
      ),
    ).toBe("NOT_FOUND");
  });
});
