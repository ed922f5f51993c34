import { writeYaml } from "../yaml/write-yaml.ts";
import type { Framework, FrameworkDocument } from "./document.ts";
import { rowKeys } from "./rows.ts";

/** The file's text: entries in the order of their positions, so that an import comes out as it came in. */
export function emitFrameworkYaml(framework: Framework): string {
  return writeYaml(documentOf(framework));
}

/** The file's value, with its keys in the order in which they are written. */
export function documentOf(framework: Framework): FrameworkDocument {
  const { levels, themes, competencies, name, summary, googleSheetId, ...rest } = framework;
  const placed = competencies
    .flatMap((row) => row.anchors.map((anchor) => ({ row, anchor })))
    .toSorted((a, b) => a.anchor.position - b.anchor.position);
  const named = themesToName(placed);
  return {
    name,
    summary,
    googleSheetId,
    ...rest,
    levels: levels.map(({ key, ...level }) => ({ id: key, ...level })),
    themes: themes.map(({ key, ...theme }) => ({ id: key, ...theme })),
    competencies: placed.map(({ row, anchor }) => {
      const { id, levelKey, position: _position, summary: text, proficiency, ...extra } = anchor;
      const label = row.named || named.has(row.themeKey) ? { competency: row.name } : {};
      return {
        id,
        ...label,
        level: levelKey,
        theme: row.themeKey,
        summary: text,
        ...extra,
        proficiency,
      };
    }),
  };
}

type Placed = { row: Framework["competencies"][number]; anchor: { levelKey: string } };

/** Themes whose unnamed rows would be read back wrongly from the order alone, so must be named. */
function themesToName(placed: readonly Placed[]): Set<string> {
  const keys = rowKeys(
    placed.map(({ row, anchor }) => ({
      level: anchor.levelKey,
      theme: row.themeKey,
      ...(row.named ? { competency: row.name } : {}),
    })),
  );
  const wrong = placed.filter(({ row }, index) => !row.named && keys[index]?.key !== row.key);
  return new Set(wrong.map(({ row }) => row.themeKey));
}
