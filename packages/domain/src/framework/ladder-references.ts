import { z } from "zod";
import { type LadderLevel, type LadderPlace, ladderOf, pathBetween } from "../ladder/ladder.ts";
import { shortened } from "../yaml/field-path.ts";
import { TRACKS } from "./document.ts";
import type { ReferenceIssue } from "./references.ts";

const Keys = z.array(z.string()).exactOptional();
const Levels = z
  .array(
    z
      .object({
        id: z.string(),
        track: z.enum(TRACKS).exactOptional(),
        follows: Keys,
        lateral: Keys,
      })
      .nullable()
      .catch(null),
  )
  .catch([]);
const Outline = z.object({ levels: Levels }).catch({ levels: [] });

type Listed = { id: string; follows: readonly string[]; lateral: readonly string[] } & LadderLevel;

/**
 * What no schema sees in a ladder: a level that follows or moves to itself or to one that is not
 * listed, names one twice, or follows itself by way of others. Takes any value.
 */
export function ladderIssues(value: unknown): ReferenceIssue[] {
  const { levels } = Outline.parse(value);
  const listed = levels.map((level) =>
    level === null
      ? null
      : {
          ...level,
          key: level.id,
          name: "",
          follows: level.follows ?? [],
          lateral: level.lateral ?? [],
        },
  );
  const whole = listed.filter((level) => level !== null);
  const ids = whole.length === listed.length ? new Set(whole.map(({ id }) => id)) : null;
  return [
    ...listed.flatMap((level, index) =>
      level === null
        ? []
        : [
            ...namedIssues("follows", level, ids, index),
            ...namedIssues("lateral", level, ids, index),
          ],
    ),
    ...(ids === null ? [] : circleIssue(whole)),
  ];
}

function namedIssues(
  field: "follows" | "lateral",
  level: Listed,
  ids: ReadonlySet<string> | null,
  index: number,
): ReferenceIssue[] {
  const seen = new Set<string>();
  return level[field].flatMap((key, item) => {
    const again = seen.has(key);
    seen.add(key);
    const label = shortened(key);
    const at = (message: string) => [{ path: ["levels", index, field, item], message }];
    if (key === level.id) {
      return at(
        field === "follows"
          ? `The level "${label}" cannot follow itself.`
          : `A lateral move leads to another level, not to "${label}" itself.`,
      );
    }
    if (again) return at(`The level "${label}" stands here twice.`);
    if (ids === null || ids.has(key)) return [];
    return at(`There is no level "${label}" in \`levels\`.`);
  });
}

/** The first place at which a level follows another that comes back to it. */
function circleIssue(levels: readonly Listed[]): ReferenceIssue[] {
  const caught = inCircles(levels);
  const keys = new Set(caught.map(({ key }) => key));
  for (const [index, { id, follows }] of levels.entries()) {
    if (!keys.has(id)) continue;
    for (const [item, key] of follows.entries()) {
      const way = key === id || !keys.has(key) ? null : pathBetween(caught, id, key);
      if (way === null) continue;
      const names = [...way, ...way.slice(0, 1)].map((level) => shortened(level.key)).join(", ");
      const message = `These levels follow one another in a circle: ${names}.`;
      return [{ path: ["levels", index, "follows", item], message }];
    }
  }
  return [];
}

/** The levels that are left when, again and again, those that follow none of the rest are taken out. */
function inCircles(levels: readonly Listed[]): LadderPlace[] {
  let rest = ladderOf(levels).map((place) => ({
    ...place,
    follows: place.follows.filter((key) => key !== place.key),
  }));
  for (;;) {
    const keys = new Set(rest.map(({ key }) => key));
    for (const place of rest) {
      if (!place.follows.some((key) => keys.has(key))) keys.delete(place.key);
    }
    const left = rest.filter(({ key }) => keys.has(key));
    if (left.length === rest.length) return left;
    rest = left.map((place) => ({
      ...place,
      follows: place.follows.filter((key) => keys.has(key)),
    }));
  }
}
