import { describe, expect, test } from "vitest";
import { parseFrameworkYaml } from "./parse.ts";

const GOOD = `name: Backend
summary: Small, but whole.
googleSheetId: ""
levels:
  - id: junior
    name: Junior
  - id: senior
    name: Senior
themes:
  - id: security
    name: Security
  - id: data
    name: Data
competencies:
  - id: 11111111-1111-4111-8111-111111111111
    competency: Caching
    level: junior
    theme: data
    summary: Thinks of the cache when a change does not show.
    proficiency: Awareness
  - id: 22222222-2222-4222-8222-222222222222
    competency: Caching
    level: senior
    theme: data
    summary: Knows every copy.
    proficiency: Practitioner
  - id: 33333333-3333-4333-8333-333333333333
    level: senior
    theme: security
    summary: Denies by default.
    proficiency: Expert
`;

/** The good file with the given line (from 1) replaced; null takes it out. */
function withLine(line: number, text: string | null): string {
  const lines = GOOD.split("\n");
  lines.splice(line - 1, 1, ...(text === null ? [] : [text]));
  return lines.join("\n");
}

function errorOf(text: string) {
  const parsed = parseFrameworkYaml(text);
  return parsed.ok ? null : parsed.error;
}

test("reads named and unnamed rows, by theme, anchors by level", () => {
  const parsed = parseFrameworkYaml(GOOD);
  expect(parsed.ok && parsed.framework.competencies).toEqual([
    {
      key: "security.1",
      name: "Security",
      named: false,
      themeKey: "security",
      anchors: [
        {
          id: "33333333-3333-4333-8333-333333333333",
          levelKey: "senior",
          summary: "Denies by default.",
          proficiency: "Expert",
          position: 2,
        },
      ],
    },
    expect.objectContaining({ key: "caching", name: "Caching", named: true, themeKey: "data" }),
  ]);
});

test("orders anchors by level even where the file does not", () => {
  const parsed = parseFrameworkYaml(
    GOOD.replace("level: junior\n    theme: data", "level: SWAP\n    theme: data")
      .replace("level: senior\n    theme: data", "level: junior\n    theme: data")
      .replace("SWAP", "senior"),
  );
  const caching = parsed.ok ? parsed.framework.competencies[1] : undefined;
  expect(caching?.anchors.map(({ levelKey, position }) => [levelKey, position])).toEqual([
    ["junior", 1],
    ["senior", 0],
  ]);
});

describe("names the line and the field of", () => {
  const cases: [string, string, number, string, RegExp][] = [
    ["broken syntax", withLine(19, '    summary: "never closed'), 19, "competencies[0].summary", /not valid YAML/],
    ["a tab as indent", withLine(8, "\tname: Senior"), 8, "levels[1].id", /tab/i],
    ["a missing field", withLine(25, null), 21, "competencies[1].summary", /^`summary` is missing\.$/],
    ["a missing list", GOOD.replace(/levels:\n(.*\n){4}/, ""), 1, "levels", /^`levels` is missing\.$/],
    ["an empty list", GOOD.replace(/themes:\n(.*\n){4}/, "themes: []\n"), 9, "themes", /at least one item/],
    ["an unknown key", withLine(13, "    name: Data\n    colour: red"), 14, "themes[1].colour", /not a known field/],
    ["a key given twice", withLine(11, "    name: Security\n    name: Safety"), 12, "themes[0].name", /twice/],
    ["a level not listed", withLine(17, "    level: staff"), 17, "competencies[0].level", /no level "staff" in `levels`/],
    ["a theme not listed", withLine(29, "    theme: sales"), 29, "competencies[2].theme", /no theme "sales" in `themes`/],
    ["a level's id used twice", withLine(7, "  - id: junior"), 7, "levels[1].id", /taken on line 5/],
    ["an anchor's id used twice", withLine(21, "  - id: 11111111-1111-4111-8111-111111111111"), 21, "competencies[1].id", /taken on line 15/],
    ["an id that is no UUID", withLine(21, "  - id: caching-2"), 21, "competencies[1].id", /UUID/],
    ["two anchors in one cell", withLine(23, "    level: junior"), 23, "competencies[1].level", /"Caching" has its anchor for the level "junior" on line 17/],
    ["one row in two themes", withLine(24, "    theme: security"), 24, "competencies[1].theme", /belongs to the theme "data" since line 16/],
    ["two spellings of one row", withLine(22, "    competency: CACHING"), 22, "competencies[1].competency", /too like "Caching" of line 16/],
    ["a name without a letter", withLine(22, '    competency: "++"'), 22, "competencies[1].competency", /letter or a digit/],
    ["an unknown proficiency", withLine(20, "    proficiency: Guru"), 20, "competencies[0].proficiency", /one of Awareness, Foundational/],
    ["a number for text", withLine(3, "googleSheetId: 12"), 3, "googleSheetId", /must be text, but is the number 12; put it in quotes/],
    ["an empty value", withLine(19, "    summary:"), 19, "competencies[0].summary", /must be text, but is empty/],
    ["a list for text", withLine(19, "    summary:\n      - one"), 19, "competencies[0].summary", /must be text, but is a list/],
    ["a character without a picture", withLine(2, 'summary: "a\\0b"'), 2, "summary", /cannot be shown/],
    ["a name on two lines", withLine(1, 'name: "Back\\nend"'), 1, "name", /one line/],
    ["an alias", withLine(25, "    summary: *again"), 25, "competencies[1].summary", /Aliases/],
  ]; // prettier-ignore
  test.each(cases)("%s", (_name, text, line, field, message) => {
    expect(errorOf(text)).toEqual({ line, field, message: expect.stringMatching(message) });
  });
});

describe("a ladder", () => {
  /** The good file with these levels, one a line, from line 5 on. */
  const withLevels = (...levels: string[]) =>
    GOOD.replace(
      /( {2}- id: (junior|senior)\n.*\n){2}/,
      levels.map((one) => `  - ${one}\n`).join(""),
    );
  const level = (id: string, more = "") => `{ id: ${id}, name: ${id}${more} }`;

  test("is read with its tracks, and a level keeps the keys that it has", () => {
    const parsed = parseFrameworkYaml(
      withLevels(
        level("junior", ", track: engineer"),
        level("senior", ", track: technical, follows: [junior], lateral: [head]"),
        level("head", ", track: management, follows: [junior]"),
      ),
    );
    expect(parsed.ok && parsed.framework.levels).toEqual([
      { key: "junior", name: "junior", track: "engineer" },
      { key: "senior", name: "senior", track: "technical", follows: ["junior"], lateral: ["head"] },
      { key: "head", name: "head", track: "management", follows: ["junior"] },
    ]);
  });

  const cases: [string, string[], number, string, RegExp][] = [
    ["an unknown track", [level("junior", ", track: sales"), level("senior")], 5, "levels[0].track", /one of engineer, technical, management/],
    ["a list for the track", [level("junior"), level("senior", ", track: [engineer]")], 6, "levels[1].track", /one of engineer/],
    ["one key where a list belongs", [level("junior"), level("senior", ", follows: junior")], 6, "levels[1].follows", /must be a list, but is/],
    ["an empty list", [level("junior"), level("senior", ", lateral: []")], 6, "levels[1].lateral", /at least one item/],
    ["following one that is not there", [level("junior"), level("senior", ", follows: [junior, trainee]")], 6, "levels[1].follows[1]", /^There is no level "trainee" in `levels`\.$/],
    ["moving to one that is not there", [level("junior", ", lateral: [head]"), level("senior")], 5, "levels[0].lateral[0]", /^There is no level "head" in `levels`\.$/],
    ["a level that follows itself", [level("junior"), level("senior", ", follows: [junior, senior]")], 6, "levels[1].follows[1]", /^The level "senior" cannot follow itself\.$/],
    ["a level that moves to itself", [level("junior"), level("senior", ", lateral: [senior]")], 6, "levels[1].lateral[0]", /not to "senior" itself/],
    ["one followed twice", [level("junior"), level("senior", ", follows: [junior, junior]")], 6, "levels[1].follows[1]", /^The level "junior" stands here twice\.$/],
    ["one move named twice", [level("junior", ", lateral: [senior, senior]"), level("senior")], 5, "levels[0].lateral[1]", /stands here twice/],
    ["a circle of two, one step of it implied", [level("junior", ", follows: [senior]"), level("senior")], 5, "levels[0].follows[0]", /in a circle: junior, senior, junior\.$/],
    ["a circle above a sound start", [level("l1"), level("l2", ", follows: [l1, l4]"), level("l3", ", follows: [l2]"), level("l4", ", follows: [l3]"), level("junior"), level("senior")], 6, "levels[1].follows[1]", /in a circle: l2, l3, l4, l2\.$/],
    ["the first of two circles", [level("l1", ", follows: [l2]"), level("l2", ", follows: [l1]"), level("junior", ", follows: [senior, l1]"), level("senior", ", follows: [junior]")], 5, "levels[0].follows[0]", /circle: l1, l2, l1\.$/],
  ]; // prettier-ignore
  test.each(cases)("names the line and the field of %s", (_name, levels, line, field, message) => {
    const error = errorOf(withLevels(...levels));
    expect(error).toEqual({ line, field, message: expect.stringMatching(message) });
  });

  test("is not searched for circles where an id stands twice or a level is broken", () => {
    const twice = withLevels(
      level("junior"),
      level("junior"),
      level("senior", ", follows: [junior]"),
    );
    expect(errorOf(twice)).toMatchObject({ line: 6, field: "levels[1].id" });
    const broken = withLevels(
      level("junior", ", follows: [senior]"),
      level("senior", ", track: x"),
    );
    expect(errorOf(broken)).toMatchObject({ line: 6, field: "levels[1].track" });
  });
});

test("of several errors the first in the file is named, whatever its kind", () => {
  const lines = withLine(29, "    theme: sales").split("\n");
  lines[16] = "    level: staff";
  lines[25] = "    proficiency: Guru";
  expect(errorOf(lines.join("\n"))).toMatchObject({ line: 17, field: "competencies[0].level" });
  lines[16] = "    level: junior";
  expect(errorOf(lines.join("\n"))).toMatchObject({
    line: 26,
    field: "competencies[1].proficiency",
  });
});

test("a broken list of levels is not blamed on those who refer to it", () => {
  expect(errorOf(withLine(7, "  - uid: senior"))).toMatchObject({ line: 7, field: "levels[1].id" });
});

test("a link must be http or https", () => {
  const link = (url: string) =>
    withLine(30, `    summary: Denies.\n    supportingUrls: [{ label: More, url: "${url}" }]`);
  expect(errorOf(link("https://example.org/"))).toBe(null);
  expect(errorOf(link("javascript:alert(1)"))).toEqual({
    line: 31,
    field: "competencies[2].supportingUrls[0].url",
    message: "`url` must begin with http:// or https://.",
  });
});
