import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseFrameworkYaml } from "../framework/parse.ts";
import { LIBRARY_ITEM_KINDS, type LibraryItem } from "./document.ts";
import { emitLibraryYaml } from "./emit.ts";
import type { LibraryFrame } from "./frame.ts";
import { ownLibrary } from "./own.ts";

const content = (name: string) =>
  readFileSync(new URL(`../../content/${name}`, import.meta.url), "utf8");

const COMPETENCIES = [
  "domain-modelling", "rule-variation", "invariants-under-concurrency",
  "identity-and-access", "attack-resistance", "data-protection-and-audit",
  "schema-and-migrations", "query-performance", "caching", "stores-and-growth",
  "api-contracts", "integration-and-messaging", "system-design", "code-and-algorithms",
  "language-and-runtime", "technology-choices",
  "observability", "incident-response", "testing-and-delivery", "cloud-and-infrastructure",
  "troubleshooting",
  "technical-communication", "planning-and-priorities", "review-and-mentoring", "collaboration",
  "team-leadership",
]; // prettier-ignore
const FRAME: LibraryFrame = {
  competencies: new Set(COMPETENCIES),
  levels: [
    { key: "junior", follows: [] },
    { key: "engineer", follows: ["junior"] },
    { key: "senior", follows: ["engineer"] },
    { key: "staff", follows: ["senior"] },
    { key: "principal", follows: ["staff"] },
    { key: "manager", follows: ["senior"] },
    { key: "vp", follows: ["manager"] },
  ],
};
const LANGUAGES = ["nodejs", "python", "java", "go", "dotnet", "ruby", "php", "scala"];
const MOST_HOURS_WITH_REQUIRED = 100;

const library = await ownLibrary(FRAME);
const { items } = library;
const byId = new Map(items.map((item) => [item.id, item]));
const general = items.filter((item) => item.technologies.length === 0);
const of = (list: readonly LibraryItem[], competency: string) =>
  list.filter((item) => item.competency === competency);

/** An item and all that has to be done before it. */
function withRequired(item: LibraryItem): Set<LibraryItem> {
  const all = new Set([item]);
  for (const one of all) {
    for (const id of one.requires) {
      const before = byId.get(id);
      if (before) all.add(before);
    }
  }
  return all;
}

describe("the growth library", () => {
  test("stands in the form in which it would be exported", () => {
    expect(emitLibraryYaml(library)).toBe(content("backend-engineer.library.yml"));
  });

  test("refuses a framework that is not its own", async () => {
    const frame = { ...FRAME, competencies: new Set(COMPETENCIES.slice(1)) };
    await expect(ownLibrary(frame)).rejects.toThrow(/own growth library, line \d+/);
  });

  test("leads towards every competency of the project's own framework", () => {
    const parsed = parseFrameworkYaml(content("backend-engineer.yml"));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    const led = new Set(items.map((item) => item.competency));
    expect(parsed.framework.competencies.filter(({ key }) => !led.has(key))).toEqual([]);
    const levels = new Set(items.map((item) => item.level));
    expect(parsed.framework.levels.filter(({ key }) => !levels.has(key))).toEqual([]);
  });

  test("has at least 170 items, of each kind thirty or more", () => {
    expect(items.length).toBeGreaterThanOrEqual(170);
    for (const kind of LIBRARY_ITEM_KINDS) {
      expect(items.filter((item) => item.kind === kind).length, kind).toBeGreaterThanOrEqual(30);
    }
  });

  test.each(COMPETENCIES)("leads to %s at every level, in all four kinds, for anyone", (key) => {
    const suited = of(general, key);
    expect(suited.length).toBeGreaterThanOrEqual(6);
    expect(new Set(suited.map((item) => item.kind))).toEqual(new Set(LIBRARY_ITEM_KINDS));
    expect(new Set(suited.map((item) => item.level))).toEqual(
      new Set(FRAME.levels.map((level) => level.key)),
    );
  });

  test("holds no text twice, and none too short or too long", () => {
    for (const field of ["title", "summary", "evidence"] as const) {
      const texts = items.map((item) => item[field]);
      expect(
        texts.filter((text, index) => texts.indexOf(text) !== index),
        field,
      ).toEqual([]);
    }
    const size = ({ title, summary, evidence }: LibraryItem) =>
      title.length <= 70 && summary.length >= 110 && summary.length <= 480 && evidence.length >= 40;
    expect(items.filter((item) => !size(item)).map((item) => item.id)).toEqual([]);
  });

  test("tells what to do in two to four sentences", () => {
    const sentences = ({ summary }: LibraryItem) => summary.split(/(?<=[.?!])\s+(?=[A-Z])/).length;
    const odd = items.filter((item) => sentences(item) < 2 || sentences(item) > 4);
    expect(odd.map((item) => item.id)).toEqual([]);
  });
});

describe("what an item requires", () => {
  test("takes at most a hundred hours together with it", () => {
    const hours = items.map((item) =>
      [...withRequired(item)].reduce((sum, one) => sum + one.hours, 0),
    );
    expect(Math.max(...hours)).toBeLessThanOrEqual(MOST_HOURS_WITH_REQUIRED);
    expect(items.filter((item) => item.requires.length > 0).length).toBeGreaterThanOrEqual(60);
  });

  test("suits everybody whom the item suits", () => {
    const unsuited = items.filter((item) =>
      [...withRequired(item)].some(
        ({ technologies }) =>
          technologies.length > 0 &&
          (item.technologies.length === 0 ||
            item.technologies.some((one) => !technologies.includes(one))),
      ),
    );
    expect(unsuited.map((item) => item.id)).toEqual([]);
  });

  test("can be done outside a job if the item prepares for an interview", () => {
    const stuck = items
      .filter((item) => item.preparation)
      .filter((item) => [...withRequired(item)].some((one) => !one.preparation));
    expect(stuck.map((item) => item.id)).toEqual([]);
  });
});

describe("whoever specialises", () => {
  test.each(LANGUAGES)("in %s has reading, practice and a project of the language", (language) => {
    const kinds = of(items, "language-and-runtime")
      .filter((item) => item.technologies.includes(language))
      .map((item) => item.kind);
    expect(kinds).toEqual(expect.arrayContaining(["reading", "practice", "project"]));
  });

  test("in something else has an item of the same competency and level in its place", () => {
    const alone = items.filter(
      (item) => !of(general, item.competency).some((other) => other.level === item.level),
    );
    expect(alone.map((item) => item.id)).toEqual([]);
  });
});

test("leads to every competency at every level without rehearsing interviews", () => {
  const rehearsed = items.filter((item) => item.goals.length > 0);
  expect(new Set(rehearsed.map(({ goals }) => goals.join()))).toEqual(new Set(["new_role"]));
  expect(rehearsed.filter(({ preparation }) => !preparation)).toEqual([]);
  expect(rehearsed.length).toBeGreaterThanOrEqual(20);
  const missing = COMPETENCIES.flatMap((key) =>
    FRAME.levels
      .filter(
        (level) =>
          !of(general, key).some((item) => item.level === level.key && item.goals.length === 0),
      )
      .map((level) => `${key} ${level.key}`),
  );
  expect(missing).toEqual([]);
});

test.each(COMPETENCIES)("prepares a senior for an interview on %s", (key) => {
  const prepares = of(general, key).filter(
    (item) => item.preparation && ["engineer", "senior"].includes(item.level),
  );
  expect(prepares.length).toBeGreaterThanOrEqual(1);
});
