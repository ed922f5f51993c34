import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ladders, ownersSchemas } from "../../test/job-family.ts";
import { anyFramework } from "../../test/framework-arbitrary.ts";
import type { Framework } from "./document.ts";
import { emitFrameworkYaml } from "./emit.ts";
import { parseFrameworkYaml } from "./parse.ts";

function read(text: string): Framework {
  const parsed = parseFrameworkYaml(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.framework;
}

describe.each(ladders)("$name", ({ text }) => {
  test("has 8 levels, 9 themes and 72 anchors, one row for each theme", () => {
    const framework = read(text);
    expect(framework.levels).toHaveLength(8);
    expect(framework.themes).toHaveLength(9);
    expect(framework.competencies).toHaveLength(9);
    expect(framework.competencies.flatMap((row) => row.anchors)).toHaveLength(72);
    expect(framework.competencies[3]).toMatchObject({
      key: "business-impact.1",
      name: "Business Impact",
      named: false,
      themeKey: "business-impact",
    });
    expect(framework.competencies.map((row) => row.anchors.map((a) => a.levelKey))).toEqual(
      Array(9).fill(framework.levels.map((level) => level.key)),
    );
  });

  test("comes out with the value it came in with, and again the same", () => {
    const framework = read(text);
    const emitted = emitFrameworkYaml(framework);
    expect(parse(emitted)).toEqual(parse(text));
    expect(read(emitted)).toEqual(framework);
    expect(emitFrameworkYaml(read(emitted))).toBe(emitted);
  });

  for (const schema of ownersSchemas) {
    test("comes out valid by its owners' schema", () => {
      const validate = new Ajv2020().compile(schema);
      expect(validate(parse(emitFrameworkYaml(read(text))))).toBe(true);
      expect(validate({ ...parse(text), levels: [{}] })).toBe(false);
    });
  }

  test("keeps texts of several lines as literal blocks", () => {
    expect(emitFrameworkYaml(read(text))).toMatch(/summary: \|\n +1\. .*\n\n +2\. /);
  });
});

test("any framework is read back as it was written", () => {
  fc.assert(
    fc.property(anyFramework, (framework) => {
      expect(parseFrameworkYaml(emitFrameworkYaml(framework))).toEqual({ ok: true, framework });
    }),
    { numRuns: 400 },
  );
});

test.each(["  \n", "\n", " a\n  b\n", "a\n\n\n", "a \n", "\ta\n"])(
  "a summary of %j is kept",
  (summary) => {
    const framework = { ...read(ladders[0]?.text ?? ""), summary };
    expect(read(emitFrameworkYaml(framework)).summary).toBe(summary);
  },
);

test("unnamed rows that the order no longer tells apart are written with their names", () => {
  const framework = read(`
name: Small
summary: ""
googleSheetId: ""
levels: [{ id: one, name: One }, { id: two, name: Two }]
themes: [{ id: craft, name: Craft }]
competencies:
  - { id: 11111111-1111-4111-8111-111111111111, level: one, theme: craft, summary: aa, proficiency: Expert }
  - { id: 22222222-2222-4222-8222-222222222222, level: one, theme: craft, summary: bb, proficiency: Expert }
`);
  const [first, second] = framework.competencies;
  expect([first?.name, second?.name]).toEqual(["Craft", "Craft (2)"]);
  const onlySecond = { ...framework, competencies: second ? [second] : [] };
  expect(read(emitFrameworkYaml(onlySecond)).competencies).toMatchObject([
    { name: "Craft (2)", named: true, anchors: [{ summary: "bb" }] },
  ]);
});
