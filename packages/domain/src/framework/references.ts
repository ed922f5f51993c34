import { z } from "zod";
import { shortened } from "../yaml/field-path.ts";
import { ladderIssues } from "./ladder-references.ts";
import { competencyKey } from "./rows.ts";

/** A finding at a path of the file; `lineOf` gives the line of another path that it speaks of. */
export type ReferenceIssue = { path: (string | number)[]; message: string };
type LineOf = (path: (string | number)[]) => number;

const Word = z.string().exactOptional().catch("");
const Listed = z.array(z.object({ id: z.string() }).nullable().catch(null)).catch([]);
const Entries = z
  .array(z.object({ id: Word, competency: Word, level: Word, theme: Word }).catch({}))
  .catch([]);
const Outline = z
  .object({ levels: Listed, themes: Listed, competencies: Entries })
  .catch({ levels: [], themes: [], competencies: [] });

/**
 * What no schema sees: repeated ids, levels and themes that are not listed, a ladder that leads
 * nowhere, two anchors in one cell of the matrix. Takes any value and looks only at the parts that have the right shape, so that its
 * findings can stand beside those of the schema.
 */
export function referenceIssues(value: unknown, lineOf: LineOf): ReferenceIssue[] {
  const { levels, themes, competencies } = Outline.parse(value);
  return [
    ...repeatedIds("levels", levels, lineOf),
    ...ladderIssues(value),
    ...repeatedIds("themes", themes, lineOf),
    ...repeatedIds("competencies", competencies, lineOf),
    ...unknownKeys("level", levels, competencies),
    ...unknownKeys("theme", themes, competencies),
    ...rowIssues(competencies, lineOf),
  ];
}

type Entry = z.infer<typeof Entries>[number];
type Item = { id?: string | undefined } | null;

function repeatedIds(list: string, items: readonly Item[], lineOf: LineOf): ReferenceIssue[] {
  const first = new Map<string, number>();
  return items.flatMap((item, index) => {
    if (!item?.id) return [];
    const id = list === "competencies" ? item.id.toLowerCase() : item.id;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, index);
    if (earlier === undefined) return [];
    const line = lineOf([list, earlier, "id"]);
    const message = `The id "${shortened(item.id)}" is taken on line ${line}.`;
    return [{ path: [list, index, "id"], message }];
  });
}

function unknownKeys(
  field: "level" | "theme",
  listed: readonly Item[],
  entries: readonly Entry[],
): ReferenceIssue[] {
  if (listed.length === 0 || listed.includes(null)) return [];
  const known = new Set(listed.map((item) => item?.id));
  return entries.flatMap((entry, index) => {
    const key = entry[field];
    if (!key || known.has(key)) return [];
    const message = `There is no ${field} "${shortened(key)}" in \`${field}s\`.`;
    return [{ path: ["competencies", index, field], message }];
  });
}

function rowIssues(entries: readonly Entry[], lineOf: LineOf): ReferenceIssue[] {
  const rows = new Map<string, { name: string; theme: string | undefined; index: number }>();
  const cells = new Map<string, number>();
  return entries.flatMap(({ competency: name, level, theme }, index) => {
    if (!name) return [];
    const at = (field: string, message: string) => [
      { path: ["competencies", index, field], message },
    ];
    const key = competencyKey(name);
    const label = shortened(name);
    if (key === "") return at("competency", "A competency's name needs a letter or a digit.");
    const row = rows.get(key);
    if (!row) rows.set(key, { name, theme, index });
    const rowLine = () => lineOf(["competencies", row?.index ?? index, "competency"]);
    if (row && row.name !== name) {
      const message = `"${label}" is too like "${shortened(row.name)}" of line ${rowLine()}; write both alike or further apart.`;
      return at("competency", message);
    }
    if (row && row.theme && theme && row.theme !== theme) {
      const message = `"${label}" belongs to the theme "${shortened(row.theme)}" since line ${rowLine()}.`;
      return at("theme", message);
    }
    if (!level) return [];
    const cell = JSON.stringify([key, level]);
    const earlier = cells.get(cell);
    if (earlier === undefined) cells.set(cell, index);
    if (earlier === undefined) return [];
    const line = lineOf(["competencies", earlier, "level"]);
    return at(
      "level",
      `"${label}" has its anchor for the level "${shortened(level)}" on line ${line}.`,
    );
  });
}
