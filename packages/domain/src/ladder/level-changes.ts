import type { expectationsOf } from "../review/access.ts";
import type { z } from "zod";
import type { ComparedLevelsView } from "./schemas.ts";
import { weightOf } from "./standing.ts";

type Compared = z.infer<typeof ComparedLevelsView>;
type Row = Pick<
  Awaited<ReturnType<typeof expectationsOf>>[number],
  "competencyId" | "key" | "name" | "theme" | "anchor" | "proficiency"
>;

/** The rows of two levels, each with what becomes of it, in the order of the level gone to. */
export function rowsBetween(before: readonly Row[], after: readonly Row[]): Compared["rows"] {
  const old = new Map(before.map((row) => [row.key, row]));
  const kept = new Set(after.map(({ key }) => key));
  const rows = [
    ...after.map((row) => ({ ...row, here: old.get(row.key) ?? null, there: row })),
    ...before
      .filter(({ key }) => !kept.has(key))
      .map((row) => ({ ...row, here: row, there: null })),
  ];
  return rows.map(({ competencyId, key, name, theme, here, there }) => ({
    competencyId,
    key,
    name,
    theme,
    change: changeOf(here, there),
    here: sideOf(here),
    there: sideOf(there),
  }));
}

function sideOf(row: Row | null): Compared["rows"][number]["here"] {
  return row && { proficiency: row.proficiency, anchor: row.anchor };
}

function changeOf(here: Row | null, there: Row | null): Compared["rows"][number]["change"] {
  if (here === null) return "added";
  if (there === null) return "removed";
  const more = weightOf(there.proficiency) - weightOf(here.proficiency);
  if (more !== 0) return more > 0 ? "more" : "less";
  return here.anchor.trim() === there.anchor.trim() ? "same" : "otherwise";
}
