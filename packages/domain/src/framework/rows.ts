import type { Anchor, Competency, Framework, FrameworkDocument } from "./document.ts";

type Entry = FrameworkDocument["competencies"][number];

/** The key of a named competency: its letters and digits in lower case, joined by hyphens; may be "". */
export function competencyKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** The key of the n-th unnamed row of a theme; the dot keeps it apart from every named one. */
function unnamedKey(theme: string, n: number): string {
  return `${theme}.${n}`;
}

/** For each entry of a file in turn, the key of the row it belongs to and its number in the theme. */
export function rowKeys(
  entries: readonly Pick<Entry, "competency" | "level" | "theme">[],
): { key: string; n: number }[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    if (entry.competency !== undefined) return { key: competencyKey(entry.competency), n: 0 };
    const cell = JSON.stringify([entry.theme, entry.level]);
    const n = (seen.get(cell) ?? 0) + 1;
    seen.set(cell, n);
    return { key: unnamedKey(entry.theme, n), n };
  });
}

/** The parsed form of a file that is known to be consistent. */
export function frameworkOf(document: FrameworkDocument): Framework {
  const { levels, themes, competencies, ...head } = document;
  const themeOrder = new Map(themes.map((theme, index) => [theme.id, index]));
  const levelOrder = new Map(levels.map((level, index) => [level.id, index]));
  const themeNames = new Map(themes.map((theme) => [theme.id, theme.name]));
  const rows = new Map<string, Competency>();
  const keys = rowKeys(competencies);
  for (const [position, entry] of competencies.entries()) {
    const { key, n } = keys[position] ?? { key: "", n: 0 };
    const themeName = themeNames.get(entry.theme) ?? entry.theme;
    const row = rows.get(key) ?? {
      key,
      name: entry.competency ?? (n > 1 ? `${themeName} (${n})` : themeName),
      named: entry.competency !== undefined,
      themeKey: entry.theme,
      anchors: [],
    };
    row.anchors.push(anchorOf(entry, position));
    rows.set(key, row);
  }
  for (const row of rows.values()) {
    row.anchors.sort((a, b) => rank(levelOrder, a.levelKey) - rank(levelOrder, b.levelKey));
  }
  return {
    ...head,
    levels: levels.map(({ id, ...level }) => ({ key: id, ...level })),
    themes: themes.map(({ id, ...theme }) => ({ key: id, ...theme })),
    competencies: [...rows.values()].sort(
      (a, b) => rank(themeOrder, a.themeKey) - rank(themeOrder, b.themeKey),
    ),
  };
}

function anchorOf(entry: Entry, position: number): Anchor {
  const { level, theme: _theme, competency: _competency, ...anchor } = entry;
  return { ...anchor, levelKey: level, position };
}

function rank(order: ReadonlyMap<string, number>, key: string): number {
  return order.get(key) ?? order.size;
}
