import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { expectationsOf } from "../review/access.ts";
import { levelsOfVersion, publishedLevel } from "./access.ts";
import { lateralMoves, nextLevels, pathBetween } from "./ladder.ts";
import { rowsBetween } from "./level-changes.ts";
import type { ComparedLevelsView, CompareLevelsInput } from "./schemas.ts";

type Compared = z.infer<typeof ComparedLevelsView>;

/** What would change between two levels of one published version, and which way leads there. */
export async function compareLadder(
  ctx: ReadCtx,
  { fromId, toId }: z.infer<typeof CompareLevelsInput>,
): Promise<Compared> {
  const version = await publishedLevel(ctx, fromId);
  const levels = version === null ? [] : await levelsOfVersion(ctx, version.versionId);
  const from = levels.find(({ id }) => id === fromId);
  const to = levels.find(({ id }) => id === toId);
  if (version === null || from === undefined || to === undefined) return refuse("NOT_FOUND", {});
  const before = await expectationsOf(ctx, from.id);
  const after = await expectationsOf(ctx, to.id);
  const place = (level: (typeof levels)[number]) => ({
    ...levelView(level),
    next: nextLevels(levels, level.key).map(levelView),
    lateral: lateralMoves(levels, level.key).map(levelView),
  });
  return {
    framework: version,
    from: place(from),
    to: place(to),
    ...wayBetween(levels, from, to),
    rows: rowsBetween(before, after),
  };
}

type Level = Awaited<ReturnType<typeof levelsOfVersion>>[number];

/** A level as views name it. */
export function levelView({ id, key, name, track }: Level): Compared["to"]["next"][number] {
  return { id, key, name, track };
}

function wayBetween(
  levels: readonly Level[],
  from: Level,
  to: Level,
): Pick<Compared, "way" | "path"> {
  if (from.key === to.key) return { way: "same", path: [] };
  const [up, down] = [pathBetween(levels, from.key, to.key), pathBetween(levels, to.key, from.key)];
  if (up !== null) return { way: "promotion", path: up.map(levelView) };
  if (down !== null) return { way: "back", path: down.map(levelView) };
  const aside = lateralMoves(levels, from.key).some(({ key }) => key === to.key);
  return { way: aside ? "lateral" : "apart", path: [] };
}
