import type { ReadCtx } from "../context.ts";
import { expectationsOf, sideOf } from "../review/access.ts";
import { openRatings } from "../review/open-ratings.ts";
import { toInstant } from "../wire.ts";
import { type levelsOfVersion, type RatingSaid, ratingsAt } from "./access.ts";
import { nextLevels } from "./ladder.ts";
import { gapsOf, isHeld, levelReached, type RatedRow } from "./standing.ts";

type Ctx = Pick<ReadCtx, "org" | "read" | "clock" | "duties">;
type Level = Awaited<ReturnType<typeof levelsOfVersion>>[number];

/** The levels that a promotion leads to, those of one's own track first. */
export function onward(levels: readonly Level[], from: Level): Level[] {
  const next = nextLevels(levels, from.key);
  return next.toSorted((a, b) => Number(b.track === from.track) - Number(a.track === from.track));
}

/** How far the promotions on one's own track are held, by what the manager said at each level. */
export async function reachedFrom(
  ctx: Ctx,
  of: { memberId: string; frameworkId: string },
  levels: readonly Level[],
  placed: Level,
): Promise<Level> {
  const path = [placed];
  const rated = new Map<string, RatedRow[]>();
  for (let [next] = onward(levels, placed); next !== undefined;) {
    const rows = await rowsOf(ctx, { ...of, here: undefined, against: next });
    rated.set(
      next.key,
      rows.map((row) => ({ ...row, competency: row.key, rating: row.manager?.rating ?? null })),
    );
    path.push(next);
    if (!isHeld(rated.get(next.key) ?? [])) break;
    [next] = onward(levels, next).filter((level) => !path.includes(level));
  }
  const key = levelReached(
    path.map((level) => level.key),
    placed.key,
    rated,
  );
  return levels.find((level) => level.key === key) ?? placed;
}

/** The expectations of a level with what was said of each; the manager's word counts before one's own. */
export async function rowsOf(
  ctx: Ctx,
  {
    memberId,
    frameworkId,
    here,
    against,
  }: {
    memberId: string;
    frameworkId: string;
    here: { id: string } | undefined;
    against: { id: string; key: string };
  },
) {
  const all = await openRatings(ctx, memberId, sideOf(ctx));
  const said = ratingsAt(all, { frameworkId, levelKey: against.key });
  const anchors = new Map(
    here === undefined
      ? []
      : (await expectationsOf(ctx, here.id)).map((row) => [row.key, row.anchor] as const),
  );
  const rows = (await expectationsOf(ctx, against.id)).map(({ anchor, ...row }) => {
    const { self, manager } = said.get(row.key) ?? {};
    return {
      ...row,
      here: anchors.get(row.key) ?? null,
      there: anchor,
      self: saidView(self),
      manager: saidView(manager),
      rating: manager?.rating ?? self?.rating ?? null,
    };
  });
  const gaps = new Map(
    gapsOf(rows.map((row) => ({ ...row, competency: row.key }))).map((gap) => [
      gap.competency,
      gap.size,
    ]),
  );
  return rows.map((row) => ({
    ...row,
    gap: row.rating === null ? null : (gaps.get(row.key) ?? 0),
  }));
}

function saidView(said: RatingSaid | undefined) {
  return said === undefined ? null : { rating: said.rating, at: toInstant(said.at) };
}
