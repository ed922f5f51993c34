import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compareFrameworks, isUnchanged } from "./compare.ts";
import type { Framework } from "./document.ts";
import { documentOf } from "./emit.ts";
import { parseFrameworkYaml } from "./parse.ts";
import { frameworkOf } from "./rows.ts";

const text = readFileSync(new URL("../../content/backend-engineer.yml", import.meta.url), "utf8");

function original(): Framework {
  const parsed = parseFrameworkYaml(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.framework;
}

type Draft = ReturnType<typeof documentOf>;

/** What comparing finds after an edit of the file's value. */
function after(edit: (document: Draft) => void) {
  const document = structuredClone(documentOf(original()));
  edit(document);
  return compareFrameworks(original(), frameworkOf(document));
}

const entriesOf = (document: Draft, name: string) =>
  document.competencies.filter((entry) => entry.competency === name);

describe("finds", () => {
  test("nothing in the same version, whatever blanks surround its texts", () => {
    const changes = after((document) => {
      for (const entry of document.competencies) entry.summary = `${entry.summary}\n`;
    });
    expect(isUnchanged(changes)).toBe(true);
  });

  test("a changed anchor, with the fields", () => {
    const changes = after((document) => {
      const entry = entriesOf(document, "Caching")[1];
      if (entry) Object.assign(entry, { summary: "Measures first.", proficiency: "Expert" });
    });
    expect(changes.anchors.changed).toMatchObject([
      {
        before: { competency: "caching", anchor: { levelKey: "engineer" } },
        after: { anchor: { summary: "Measures first." } },
        fields: ["summary", "proficiency"],
      },
    ]);
    expect([changes.anchors.added, changes.anchors.removed, changes.head]).toEqual([[], [], []]);
    expect(isUnchanged(changes)).toBe(false);
  });

  test("a renamed competency, not one gone and one come", () => {
    const changes = after((document) => {
      for (const entry of entriesOf(document, "Caching")) entry.competency = "Caches as data";
    });
    expect(changes.competencies).toMatchObject({
      added: [],
      removed: [],
      changed: [{ before: { key: "caching" }, after: { key: "caches-as-data" }, fields: ["name"] }],
    });
    expect(changes.anchors).toEqual({ added: [], removed: [], changed: [] });
  });

  test("of a competency that was split, the larger part as the renamed one", () => {
    const changes = after((document) => {
      for (const [index, entry] of entriesOf(document, "Caching").entries()) {
        entry.competency = index < 2 ? "Cache basics" : "Cache governance";
      }
    });
    expect(changes.competencies.added.map((row) => row.key)).toEqual(["cache-basics"]);
    expect(changes.competencies.changed).toMatchObject([{ after: { key: "cache-governance" } }]);
    expect(changes.anchors.changed.map(({ fields }) => fields)).toEqual([
      ["competency"],
      ["competency"],
    ]);
  });

  test("a competency moved to another theme", () => {
    const changes = after((document) => {
      for (const entry of entriesOf(document, "Caching")) entry.theme = "api-design";
    });
    expect(changes.competencies.changed).toMatchObject([{ fields: ["themeKey"] }]);
  });

  test("a removed and an added competency with their anchors", () => {
    const changes = after((document) => {
      for (const [index, entry] of entriesOf(document, "Caching").entries()) {
        entry.competency = "Search";
        entry.id = `0000000${index}-0000-4000-8000-000000000000`;
      }
    });
    expect(changes.competencies.removed.map((row) => row.key)).toEqual(["caching"]);
    expect(changes.competencies.added.map((row) => row.key)).toEqual(["search"]);
    expect(changes.anchors.removed).toHaveLength(7);
    expect(changes.anchors.added).toHaveLength(7);
  });

  test("an anchor whose id alone was replaced", () => {
    const changes = after((document) => {
      const entry = entriesOf(document, "Caching")[0];
      if (entry) entry.id = "00000000-0000-4000-8000-000000000000";
    });
    expect(changes.anchors).toMatchObject({
      added: [],
      removed: [],
      changed: [{ fields: ["id"] }],
    });
  });

  test("an anchor that went to another competency and level", () => {
    const changes = after((document) => {
      const [moved] = entriesOf(document, "Caching").splice(0, 1);
      document.competencies = document.competencies.filter(
        (entry) => !(entry.competency === "Observability" && entry.level === "staff"),
      );
      if (moved) Object.assign(moved, { competency: "Observability", level: "staff" });
    });
    expect(changes.anchors.changed).toMatchObject([{ fields: ["competency", "levelKey"] }]);
    expect(changes.anchors.removed).toMatchObject([{ competency: "observability" }]);
  });

  test("a level on another track, following or moving to another", () => {
    const changes = after((document) => {
      for (const level of document.levels) {
        if (level.id === "staff") Object.assign(level, { track: "engineer", lateral: ["vp"] });
        if (level.id === "principal") level.follows = ["staff", "manager"];
      }
    });
    expect(changes.levels.changed).toMatchObject([
      {
        before: { key: "staff", track: "technical", lateral: ["manager"] },
        after: { key: "staff", track: "engineer", lateral: ["manager", "vp"] },
        fields: ["track", "lateral"],
      },
      { after: { key: "principal" }, fields: ["follows"] },
      { after: { key: "vp", lateral: ["staff", "principal"] }, fields: ["lateral"] },
    ]);
    expect(changes.levels.reordered).toBe(false);
    expect(isUnchanged(changes)).toBe(false);
  });

  test("nothing where the place that follows from the order is written down", () => {
    const changes = after((document) => {
      for (const level of document.levels) {
        if (level.id === "engineer" || level.id === "senior") delete level.follows;
        if (level.id === "manager") delete level.lateral;
      }
    });
    expect(isUnchanged(changes)).toBe(true);
  });

  test("levels and themes added, removed, renamed and in another order", () => {
    const changes = after((document) => {
      document.levels.push({ id: "fellow", name: "Fellow" });
      document.themes.reverse();
      const [level] = document.levels;
      if (level) level.name = "Starter";
      document.name = "Backend";
    });
    expect(changes.head).toEqual(["name"]);
    expect(changes.levels).toMatchObject({
      added: [{ key: "fellow" }],
      removed: [],
      changed: [{ before: { key: "junior" }, after: { name: "Starter" }, fields: ["name"] }],
      reordered: false,
    });
    expect(changes.themes).toMatchObject({ changed: [], reordered: true });
  });
});
