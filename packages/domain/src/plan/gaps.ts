import type { Rating } from "@rubric/db/schema";
import { HELD, type RatedRow, shareOfRating, weightOf } from "../ladder/standing.ts";
import type { PlanGap } from "./request.ts";

type RatedBy = "manager" | "self" | "baseline" | "hand";

/** A gap, with whoever rated it so; `hand` where the plan's maker marked it. */
export type AssessedGap = PlanGap & { by: RatedBy };

/** A level on the way with its expectations in the framework's order, as they were rated. */
export type RatedLevel = {
  key: string;
  rows: readonly (RatedRow & { by: RatedBy | null })[];
};

/** Of what was said of one competency the manager's word, else the member's, else the interviews'. */
export function firstRated(said: {
  manager: Rating | null;
  self: Rating | null;
  baseline: Rating | null;
}): { rating: Rating | null; by: RatedBy | null } {
  for (const by of ["manager", "self", "baseline"] as const) {
    if (said[by] !== null) return { rating: said[by], by };
  }
  return { rating: null, by: null };
}

/** What the maker of a plan marked where nothing was rated. */
export type Marks = ReadonlyMap<string, Rating>;

/**
 * The gaps on the way to a level. Each competency counts by its rating at the highest level of the
 * way that was rated, as its weight there times the share that is not met; where none was, by what
 * was marked, at the level aimed at. One works on it from the lowest level that was rated below
 * "yes".
 */
export function gapsOnPath(levels: readonly RatedLevel[], marks: Marks): AssessedGap[] {
  const aimedAt = levels.at(-1);
  if (aimedAt === undefined) return [];
  return aimedAt.rows
    .flatMap(({ competency, proficiency }): AssessedGap[] => {
      const rated = levels.flatMap(({ key, rows }) =>
        rows.flatMap((row) =>
          row.competency === competency && row.rating !== null && row.by !== null
            ? [{ level: key, proficiency: row.proficiency, rating: row.rating, by: row.by }]
            : [],
        ),
      );
      const mark = marks.get(competency);
      const marked =
        mark === undefined
          ? undefined
          : { level: aimedAt.key, proficiency, rating: mark, by: "hand" as const };
      const last = rated.at(-1) ?? marked;
      if (last === undefined) return [];
      const below = rated.find(({ rating }) => shareOfRating(rating) < HELD);
      const size = weightOf(last.proficiency) * (1 - shareOfRating(last.rating));
      return size === 0 ? [] : [{ competency, size, from: (below ?? last).level, by: last.by }];
    })
    .sort((a, b) => b.size - a.size);
}
