import { type Changes, compareFrameworks } from "./compare.ts";
import { type LadderPlace, ladderOf } from "../ladder/ladder.ts";
import type { Anchor, Competency, Framework } from "./document.ts";
import type { CHANGES, FrameworkComparisonView } from "./schemas.ts";

type Change = (typeof CHANGES)[number];
type Comparison = Omit<FrameworkComparisonView, "frameworkId" | "name" | "before" | "after">;
type Row = Comparison["rows"][number];
type Cell = Row["cells"][number];

/** Two versions as one matrix: the rows of the newer one in its order, then those that are gone. */
export function comparisonOf(before: Framework, after: Framework): Comparison {
  const changes = compareFrameworks(before, after);
  const levels = levelsOf(before, after, changes.levels);
  const renamed = new Map(changes.competencies.changed.map((one) => [one.after.key, one.before]));
  const gone = new Set(changes.competencies.removed.map((row) => row.key));
  const rows = [
    ...after.competencies.map((row) => {
      const old = renamed.get(row.key) ?? before.competencies.find((one) => one.key === row.key);
      const added = changes.competencies.added.some((one) => one.key === row.key);
      return rowOf(added ? undefined : old, row, levels, renamed.has(row.key));
    }),
    ...before.competencies
      .filter((row) => gone.has(row.key))
      .map((row) => rowOf(row, undefined, levels, false)),
  ];
  const marks = [
    ...levels.map((level) => level.change),
    ...rows.map((row) => row.change),
    ...rows
      .flatMap((row) => (row.change === "changed" || row.change === "same" ? row.cells : []))
      .map((cell) => cell.change),
  ];
  const how = (change: Change) => marks.filter((mark) => mark === change).length;
  return {
    head: changes.head.map((field) => ({
      field,
      before: String(before[field] ?? ""),
      after: String(after[field] ?? ""),
    })),
    levels,
    themes: sidesOf(before.themes, after.themes, changes.themes),
    rows,
    counts: { added: how("added"), removed: how("removed"), changed: how("changed") },
  };
}

function levelsOf(
  before: Framework,
  after: Framework,
  changes: Changes<LadderPlace, string>,
): Comparison["levels"] {
  const fields = new Map(changes.changed.map((one) => [one.after.key, one.fields]));
  const old = new Map(ladderOf(before.levels).map((place) => [place.key, place]));
  const now = new Map(ladderOf(after.levels).map((place) => [place.key, place]));
  return sidesOf(before.levels, after.levels, changes).map((side) => ({
    ...side,
    fields: fields.get(side.key) ?? [],
    placeBefore: old.get(side.key) ?? null,
    placeAfter: now.get(side.key) ?? null,
  }));
}

type Named = { key: string; name: string };

function sidesOf<Item extends Named>(
  before: readonly Item[],
  after: readonly Item[],
  changes: Changes<Named, string>,
): { key: string; change: Change; before: string | null; after: string | null }[] {
  const changed = new Set(changes.changed.map((one) => one.after.key));
  return [
    ...after.map((item) => {
      const old = before.find((one) => one.key === item.key);
      const change: Change =
        old === undefined ? "added" : changed.has(item.key) ? "changed" : "same";
      return { key: item.key, change, before: old?.name ?? null, after: item.name };
    }),
    ...changes.removed.map((item) => ({
      key: item.key,
      change: "removed" as const,
      before: item.name,
      after: null,
    })),
  ];
}

function rowOf(
  before: Competency | undefined,
  after: Competency | undefined,
  levels: readonly { key: string }[],
  renamed: boolean,
): Row {
  const change: Change =
    before === undefined ? "added" : after === undefined ? "removed" : renamed ? "changed" : "same";
  return {
    key: after?.key ?? before?.key ?? "",
    themeKey: after?.themeKey ?? before?.themeKey ?? "",
    change,
    before: before?.name ?? null,
    after: after?.name ?? null,
    cells: levels.map(({ key }) => cellOf(key, at(before, key), at(after, key))),
  };
}

function at(row: Competency | undefined, levelKey: string): Anchor | undefined {
  return row?.anchors.find((anchor) => anchor.levelKey === levelKey);
}

const FIELDS = ["summary", "proficiency", "examples", "supportingUrls"] as const;

function cellOf(levelKey: string, before: Anchor | undefined, after: Anchor | undefined): Cell {
  const old = sideOf(before);
  const now = sideOf(after);
  const fields =
    old === null || now === null
      ? []
      : FIELDS.filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]));
  const change: Change =
    old === null
      ? now === null
        ? "same"
        : "added"
      : now === null
        ? "removed"
        : fields.length > 0
          ? "changed"
          : "same";
  return { levelKey, change, fields, before: old, after: now };
}

function sideOf(anchor: Anchor | undefined): Cell["before"] {
  if (anchor === undefined) return null;
  return {
    summary: anchor.summary.trim(),
    proficiency: anchor.proficiency,
    examples: anchor.examples ?? [],
    supportingUrls: anchor.supportingUrls ?? [],
  };
}
