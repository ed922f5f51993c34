import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import type { Member, Org } from "../context.ts";
import { Refused } from "../errors.ts";
import { installBackendFramework } from "../framework/index.ts";
import { exportLibrary, importLibrary, previewLibrary, showLibrary } from "./index.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let frameworkId: string;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  ({ frameworkId } = await harness.within(org.id, (tx) =>
    installBackendFramework(tx, org.id, cast.admin.memberId, new Date()),
  ));
});

const SMALL = `name: A small library
summary: ""
items:
  - id: read-about-caches
    kind: reading
    competency: caching
    level: senior
    title: Read about caches
    summary: A chapter on what is cached where.
    hours: 3
    technologies: []
    requires: []
    evidence: Notes on the chapter.
    preparation: false
`;
const NOTHING = { search: null, competency: null, level: null, kind: null, technology: null };
type Filters = Partial<Parameters<typeof showLibrary>[1]>;
const show = (by: Member, over: Filters = {}) =>
  query(harness, org, by, "library.show", showLibrary, { frameworkId: null, ...NOTHING, ...over });
const file = (by: Member) =>
  query(harness, org, by, "library.export", exportLibrary, { frameworkId });
const preview = (by: Member, yaml: string) =>
  query(harness, org, by, "library.preview", previewLibrary, { frameworkId, yaml });
const read = (by: Member, yaml: string, upon: number) =>
  command(harness, org, by, "library.import", importLibrary, { frameworkId, yaml, upon });

describe("the library of an organization", () => {
  it("is there from the beginning, for every member, page by page", async () => {
    const first = await show(cast.auditor);
    expect(first.version).toMatchObject({ number: 1, importedBy: "admin" });
    expect(first.total).toBeGreaterThanOrEqual(150);
    expect(first.may.import).not.toBeNull();
    expect((await show(cast.admin)).may.import).toBeNull();
    const seen = new Set<string>();
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Awaited<ReturnType<typeof show>> = await show(cast.engineer, { cursor });
      for (const { id } of page.items) seen.add(id);
      cursor = page.nextCursor;
    }
    expect(seen.size).toBe(first.total);
  });

  it("is searched, and filtered by competency, level, kind and technology", async () => {
    const found = await show(cast.engineer, {
      competency: "domain-modelling",
      level: "senior",
      kind: "practice",
    });
    expect(found.total).toBeGreaterThan(0);
    for (const item of found.items) {
      expect([item.competency.key, item.level.key, item.kind]).toEqual([
        "domain-modelling",
        "senior",
        "practice",
      ]);
    }
    const go = await show(cast.engineer, { technology: "go" });
    expect(go.items.every(({ technologies }) => technologies.includes("go"))).toBe(true);
    const words = await show(cast.engineer, { search: "RETURNS desk" });
    expect(words.items.map(({ id }) => id)).toEqual(["model-a-returns-desk"]);
    expect(words.items[0]?.requires[0]?.title).toBe("Follow one business rule through the code");
    expect(await refusal(show(cast.engineer, { frameworkId: crypto.randomUUID() }))).toBe(
      "NOT_FOUND",
    );
  });

  it("says what a file changes before it is imported, and imports it as the next version", async () => {
    const { yaml } = await file(cast.engineer);
    expect(await preview(cast.admin, yaml)).toMatchObject({ upon: 1, added: [], changed: [] });
    const changed = yaml
      .replace("title: Model a returns desk", "title: Model the desk for returns")
      .replace("name: Backend growth library", "name: Our library");
    const line = { id: "model-a-returns-desk", title: "Model the desk for returns" };
    const expected = { added: [], removed: [], changed: [{ ...line, fields: ["title"] }] };
    expect(await preview(cast.admin, changed)).toMatchObject({ upon: 1, ...expected });
    expect(await read(cast.admin, changed, 1)).toMatchObject({ upon: 2, ...expected });
    expect((await file(cast.engineer)).yaml).toBe(changed);
    expect((await show(cast.engineer)).version).toMatchObject({ number: 2, name: "Our library" });
    expect(await refusal(read(cast.admin, yaml, 1))).toBe("LIBRARY_OUTDATED");
    expect((await auditTrail(harness, org.id)).at(-1)?.action).toBe("library.import");
  });

  it("takes one of many files that are imported at once", async () => {
    const upon = (await show(cast.admin)).version?.number ?? 0;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, () => read(cast.admin, SMALL, upon)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("refuses a wrong file whole, with its line", async () => {
    const wrong = SMALL.replace("competency: caching", "competency: no-such-key");
    const error = await preview(cast.admin, wrong).catch((refused: unknown) => refused);
    if (!(error instanceof Refused)) throw new Error("The file was taken.");
    expect(error.denial).toMatchObject({
      code: "FILE_REFUSED",
      facts: { line: 6, field: "items[0].competency" },
    });
    expect(await refusal(read(cast.admin, wrong, 1))).toBe("FILE_REFUSED");
  });

  it("is changed by admins alone, and never another organization's", async () => {
    for (const one of [cast.engineer, cast.manager, cast.recruiter, cast.auditor]) {
      expect(await refusal(preview(one, SMALL)), one.name).toBe("FORBIDDEN");
      expect(await refusal(read(one, SMALL, 3)), one.name).toBe("FORBIDDEN");
    }
    const { org: other, cast: others } = await makeOrg(harness);
    const foreign = query(harness, other, others.admin, "library.export", exportLibrary, {
      frameworkId,
    });
    expect(await refusal(foreign)).toBe("NOT_FOUND");
    const empty = await query(harness, other, others.admin, "library.show", showLibrary, {
      frameworkId: null,
      ...NOTHING,
    });
    expect(empty).toMatchObject({ version: null, items: [], total: 0 });
  });
});
