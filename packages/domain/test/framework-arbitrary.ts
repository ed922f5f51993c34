import fc from "fast-check";
import {
  FrameworkDocument,
  PROFICIENCIES,
  TRACKS,
  type Framework,
} from "../src/framework/document.ts";
import { competencyKey, frameworkOf } from "../src/framework/rows.ts";

const AWKWARD = [
  "yes", "null", "~", "1e3", "0x1f", "2026-01-01", "# no comment", "- item", "? key", ": ", " #",
  "'", '"', "\\", "\n", "\n\n", "\n  ", "\r\n", "\r", "\t", "  ", "| ", ">", "&a", "*a", "!t", "%",
  "@", "`", "{", "}", "[", "]", "---", "\n---\n", "\n...\n", "<<", "\u00a0", "\u2028", "\ufeff",
  "😀", "ß", "ไทย", "a".repeat(120), "word ".repeat(40), "a: b\n- c\n",
]; // prettier-ignore

const PRINTABLE = /^(?:[\t\n\r]|(?!\p{Cc}|\p{Cs}).)*$/su;

/** Text that YAML finds hard, of at least `min` characters, blanks around it aside. */
export function awkwardText(min: number): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(...AWKWARD),
    fc.string({ unit: "grapheme", maxLength: 12 }),
  );
  return fc
    .array(piece, { maxLength: 6 })
    .map((pieces) => pieces.join(""))
    .filter((text) => PRINTABLE.test(text) && Array.from(text.trim()).length >= min);
}

/** The same on one line. */
export function awkwardLine(min: number): fc.Arbitrary<string> {
  return awkwardText(0)
    .map((text) => text.replace(/[\n\r]/g, ""))
    .filter((text) => Array.from(text.trim()).length >= min);
}

const link = fc.record({ label: awkwardText(2), url: fc.webUrl() });
const anchorText = fc.record(
  {
    id: fc.uuid({ version: 4 }),
    summary: awkwardText(2),
    proficiency: fc.constantFrom(...PROFICIENCIES),
    examples: fc.array(awkwardText(5), { maxLength: 2 }),
    supportingUrls: fc.array(link, { maxLength: 2 }),
  },
  { requiredKeys: ["id", "summary", "proficiency"] },
);

const keyed = (text: fc.Arbitrary<string>) => fc.uniqueArray(text, { minLength: 1, maxLength: 4 });

/** Any framework that a file can hold: named and unnamed rows mixed, in any order, with gaps. */
export const anyFramework: fc.Arbitrary<Framework> = fc
  .record({
    head: fc.record(
      {
        name: awkwardLine(2),
        summary: awkwardText(0),
        googleSheetId: awkwardLine(0),
        isLegacy: fc.boolean(),
      },
      { requiredKeys: ["name", "summary", "googleSheetId"] },
    ),
    levels: keyed(awkwardLine(2)),
    themes: keyed(awkwardLine(2)),
    names: fc.uniqueArray(awkwardLine(1), { maxLength: 4, selector: competencyKey }),
    picks: fc.uniqueArray(fc.tuple(anchorText, fc.nat(), fc.nat(), fc.nat()), {
      minLength: 1,
      maxLength: 12,
      selector: ([{ id }]) => id,
    }),
    label: awkwardLine(2),
    steps: fc.array(fc.record({ track: fc.constantFrom(...TRACKS) }, { requiredKeys: [] }), {
      minLength: 1,
      maxLength: 4,
    }),
    upward: fc.boolean(),
  })
  .map(({ head, levels, themes, names, picks, label, steps, upward }) => {
    const usable = names.filter((name) => competencyKey(name) !== "");
    const cells = new Set<string>();
    const competencies = picks.flatMap(([anchor, row, level, theme]) => {
      const index = row % (usable.length + 1);
      const competency = usable[index];
      const levelId = levels[level % levels.length];
      const cell = JSON.stringify([competency, levelId]);
      if (competency !== undefined && cells.has(cell)) return [];
      cells.add(cell);
      const named = competency === undefined ? {} : { competency };
      const themeId = themes[(competency === undefined ? theme : index) % themes.length];
      return [{ ...anchor, ...named, level: levelId, theme: themeId }];
    });
    const document = FrameworkDocument.parse({
      ...head,
      levels: levels.map((id, index) => ({
        id,
        name: label,
        ...steps[index % steps.length],
        ...(index > 0 && upward ? { follows: levels.slice(0, index).toReversed() } : {}),
        ...(index === 0 && levels.length > 1 && upward ? { lateral: levels.slice(1) } : {}),
      })),
      themes: themes.map((id, index) => ({
        id,
        name: label,
        ...(index % 2 === 0 ? { summary: head.name } : {}),
      })),
      competencies,
    });
    return frameworkOf(document);
  });
