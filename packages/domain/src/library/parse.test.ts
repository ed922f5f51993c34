import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { awkwardLine, awkwardText } from "../../test/framework-arbitrary.ts";
import { LIBRARY_ITEM_KINDS, type Library, type LibraryItem } from "./document.ts";
import { emitLibraryYaml } from "./emit.ts";
import type { LibraryFrame } from "./frame.ts";
import { parseLibraryYaml } from "./parse.ts";
import { GOALS } from "../plan/request.ts";

const GOOD = `name: Small
summary: ""
items:
  - id: read-a-plan
    kind: practice
    competency: query-performance
    level: engineer
    title: Read a plan
    summary: Read the plan of your slowest query.
    hours: 4
    technologies: [postgresql]
    requires: []
    evidence: The plan, with notes.
    preparation: false
  - id: lead-a-tuning
    kind: project
    competency: query-performance
    level: staff
    title: Lead a tuning
    summary: Set a budget for a path of two services.
    hours: 60
    technologies: []
    requires: [read-a-plan]
    evidence: Figures before and after.
    preparation: true
`;

const FRAME: LibraryFrame = {
  competencies: new Set(["query-performance", "caching"]),
  levels: [
    { key: "engineer", follows: [] },
    { key: "staff", follows: ["engineer"] },
    { key: "manager", follows: ["engineer"] },
    { key: "vp", follows: ["manager"] },
  ],
};

function withLine(line: number, text: string | null): string {
  const lines = GOOD.split("\n");
  lines.splice(line - 1, 1, ...(text === null ? [] : [text]));
  return lines.join("\n");
}

function errorOf(text: string, frame?: LibraryFrame) {
  const parsed = parseLibraryYaml(text, frame);
  return parsed.ok ? null : parsed.error;
}

test("reads a good file, with and without a framework", () => {
  expect(errorOf(GOOD)).toBe(null);
  expect(errorOf(GOOD, FRAME)).toBe(null);
});

test("reads for which goals an item is, and takes none for any", () => {
  const goalsOf = (text: string) => {
    const parsed = parseLibraryYaml(text);
    return parsed.ok ? parsed.library.items.map(({ goals }) => goals) : parsed.error.field;
  };
  expect(goalsOf(GOOD)).toEqual([[], []]);
  expect(goalsOf(`${GOOD}    goals: [new_role]\n`)).toEqual([[], ["new_role"]]);
  expect(goalsOf(`${GOOD}    goals: [interview]\n`)).toBe("items[1].goals[0]");
});

describe("names the line and the field of", () => {
  const cases: [string, string, number, string, RegExp][] = [
    ["a file without items", "name: None\nsummary: ''\nitems: []\n", 3, "items", /at least one item/],
    ["a missing name", withLine(1, null), 1, "name", /`name` is missing/],
    ["an unknown key", withLine(10, "    weeks: 2\n    hours: 4"), 10, "items[0].weeks", /not a known field/],
    ["a kind that does not exist", withLine(5, "    kind: course"), 5, "items[0].kind", /one of reading, practice, project, pairing/],
    ["an id that is no slug", withLine(4, "  - id: Read a plan"), 4, "items[0].id", /lower-case words and digits/],
    ["an id that is too long", withLine(4, `  - id: ${"a".repeat(81)}`), 4, "items[0].id", /at most 80/],
    ["an id used twice", withLine(15, "  - id: read-a-plan"), 15, "items[1].id", /taken on line 4/],
    ["no hours", withLine(10, "    hours: 0"), 10, "items[0].hours", /from 1 to 60/],
    ["more hours than a work has", withLine(21, "    hours: 61"), 21, "items[1].hours", /from 1 to 60/],
    ["half an hour", withLine(10, "    hours: 1.5"), 10, "items[0].hours", /whole number/],
    ["hours as text", withLine(10, "    hours: four"), 10, "items[0].hours", /must be a number, but is text/],
    ["a missing evidence", withLine(13, null), 4, "items[0].evidence", /`evidence` is missing/],
    ["a technology that is no slug", withLine(11, "    technologies: [C#]"), 11, "items[0].technologies[0]", /lower-case words and digits/],
    ["a technology named twice", withLine(11, "    technologies: [go, java, go]"), 11, "items[0].technologies[2]", /"go" stands in `technologies` twice/],
    ["a preparation that is a word", withLine(14, "    preparation: maybe"), 14, "items[0].preparation", /true or false/],
    ["a required item that is not there", withLine(23, "    requires: [read-a-book]"), 23, "items[1].requires[0]", /no item "read-a-book"/],
    ["an item required twice", withLine(23, "    requires: [read-a-plan, read-a-plan]"), 23, "items[1].requires[1]", /stands in `requires` twice/],
    ["an item that requires itself", withLine(12, "    requires: [read-a-plan]"), 12, "items[0].requires[0]", /circle: read-a-plan → read-a-plan\./],
    ["items that require each other", withLine(12, "    requires: [lead-a-tuning]"), 12, "items[0].requires[0]", /circle: read-a-plan → lead-a-tuning → read-a-plan\./],
  ]; // prettier-ignore
  test.each(cases)("%s", (_name, text, line, field, message) => {
    expect(errorOf(text)).toEqual({ line, field, message: expect.stringMatching(message) });
  });

  const framed: [string, string, number, string, RegExp][] = [
    ["a competency that the framework does not have", withLine(6, "    competency: haste"), 6, "items[0].competency", /no competency with the key "haste"/],
    ["a level that the framework does not have", withLine(18, "    level: fellow"), 18, "items[1].level", /no level with the key "fellow"/],
    ["a required item of a higher level", withLine(7, "    level: staff").replace("level: staff\n    title: Lead", "level: engineer\n    title: Lead"), 23, "items[1].requires[0]", /of the level "staff" \(line 7\), which does not lead to "engineer"/],
    ["a required item of another track", withLine(7, "    level: manager"), 23, "items[1].requires[0]", /"manager" \(line 7\), which does not lead to "staff"/],
  ]; // prettier-ignore
  test.each(framed)("%s", (_name, text, line, field, message) => {
    expect(errorOf(text)).toBe(null);
    expect(errorOf(text, FRAME)).toEqual({ line, field, message: expect.stringMatching(message) });
  });
});

test("an item may require one of its own level, and one of any level that leads to it", () => {
  expect(errorOf(withLine(7, "    level: staff"), FRAME)).toBe(null);
  expect(errorOf(withLine(18, "    level: vp"), FRAME)).toBe(null);
});

describe("of circles", () => {
  const chain = (count: number, last: string) => {
    const items = Array.from({ length: count }, (_, index) => ({
      ...item,
      id: `step-${index}`,
      requires: [index + 1 < count ? `step-${index + 1}` : last],
    }));
    return emitLibraryYaml({ name: "Chain", summary: "", items });
  };
  const item: Omit<LibraryItem, "id" | "requires"> = {
    kind: "reading",
    competency: "caching",
    level: "staff",
    title: "A step",
    summary: "Take the next step.",
    hours: 1,
    technologies: [],
    evidence: "It was taken.",
    preparation: false,
    goals: [],
  };

  test("names the first item that lies in one, not those that only lead into it", () => {
    expect(errorOf(chain(5, "step-3"))).toMatchObject({
      field: "items[3].requires[0]",
      message: expect.stringMatching(/circle: step-3 → step-4 → step-3\./),
    });
  });

  test("shortens a long one", () => {
    expect(errorOf(chain(9, "step-0"))).toMatchObject({
      message: expect.stringMatching(/: step-0 → step-1 → step-2 → step-3 → step-4 → … → step-0\./),
    });
  });
});

describe("what has the wrong shape is told by the schema alone", () => {
  test.each([
    ["items of text", "name: Wrong\nsummary: ''\nitems: [one, two]\n", "items[0]"],
    ["a requires of text", withLine(12, "    requires: read-a-plan"), "items[0].requires"],
    ["ids of numbers that require numbers", GOOD.replaceAll("read-a-plan", "5"), "items[0].id"],
  ])("%s", (_name, text, field) => {
    expect(errorOf(text, FRAME)).toMatchObject({
      field,
      message: expect.stringMatching(/must be/),
    });
  });
});

test("any library is read back as it was written", () => {
  const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
  const item = fc.record({
    id: slug,
    kind: fc.constantFrom(...LIBRARY_ITEM_KINDS),
    competency: awkwardLine(1),
    level: awkwardLine(2),
    title: awkwardLine(2),
    summary: awkwardText(10),
    hours: fc.integer({ min: 1, max: 60 }),
    technologies: fc.uniqueArray(slug, { maxLength: 3 }),
    evidence: awkwardText(10),
    preparation: fc.boolean(),
    goals: fc.subarray([...GOALS]),
  });
  const library: fc.Arbitrary<Library> = fc
    .record({
      name: awkwardLine(2),
      summary: awkwardText(0),
      items: fc.uniqueArray(fc.tuple(item, fc.array(fc.nat(), { maxLength: 3 })), {
        minLength: 1,
        maxLength: 5,
        selector: ([{ id }]) => id,
      }),
    })
    .map(({ items, ...head }) => ({
      ...head,
      items: items.map(([one, picks], index) => {
        const earlier = items.slice(0, index).map(([{ id }]) => id);
        const ids = new Set(picks.map((pick) => earlier[pick % Math.max(index, 1)] ?? ""));
        return { ...one, requires: [...ids].filter((id) => id !== "") };
      }),
    }));
  fc.assert(
    fc.property(library, (value) => {
      expect(parseLibraryYaml(emitLibraryYaml(value))).toEqual({ ok: true, library: value });
    }),
    { numRuns: 150 },
  );
});

describe("keeps a library to what a plan is made from in time", () => {
  const item = GOOD.slice(
    GOOD.indexOf("  - id: read-a-plan"),
    GOOD.indexOf("  - id: lead-a-tuning"),
  );
  const chain = (count: number) =>
    `name: Long\nsummary: ""\nitems:\n${Array.from({ length: count }, (_, n) =>
      item
        .replace("read-a-plan", `item-${n}`)
        .replace("requires: []", n === 0 ? "requires: []" : `requires: [item-${n - 1}]`),
    ).join("")}`;

  test("a thousand items, each after the one before, and no more", () => {
    expect(errorOf(chain(1000))).toBe(null);
    expect(errorOf(chain(1001))).toMatchObject({ field: "items", message: /at most 1000/ });
  });

  test("twenty requirements of an item, and no more", () => {
    const many = Array.from({ length: 21 }, (_, n) => `x-${n}`).join(", ");
    const error = errorOf(GOOD.replace("requires: [read-a-plan]", `requires: [${many}]`));
    expect(error).toMatchObject({ field: "items[1].requires", message: /at most 20/ });
  });
});
