import type { Track } from "../framework/document.ts";

/** A level as a file, a row or a view has it; `follows` and `lateral` hold keys of other levels. */
export type LadderLevel = {
  key: string;
  name: string;
  track?: Track | null;
  follows?: readonly string[];
  lateral?: readonly string[];
};

/** A level with all that holds for it: keys that exist, each once, in the order of the levels. */
export type LadderPlace = {
  key: string;
  name: string;
  track: Track | null;
  follows: string[];
  lateral: string[];
};

/**
 * The levels of a framework as a ladder. A level that names none follows the one before it on its
 * track, so that a list without tracks is one track in its order. A lateral move named at one end
 * goes both ways.
 */
export function ladderOf(levels: readonly LadderLevel[]): LadderPlace[] {
  const order = new Map(levels.map(({ key }, index) => [key, index]));
  const sides = lateralKeys(levels);
  const last = new Map<Track | null, string>();
  return levels.map(({ key, name, track = null, follows = [] }) => {
    const before = last.get(track);
    last.set(track, key);
    const implied = before === undefined ? [] : [before];
    return {
      key,
      name,
      track,
      follows: inOrder(follows.length > 0 ? follows : implied, order),
      lateral: inOrder(sides.get(key) ?? [], order),
    };
  });
}

/** The levels that a promotion leads to from this one; none for a level that is not there. */
export function nextLevels<L extends LadderLevel>(levels: readonly L[], key: string): L[] {
  const ladder = ladderOf(levels);
  return levels.filter((_level, index) => ladder[index]?.follows.includes(key));
}

/** The levels of another track that one may change to and back without a promotion. */
export function lateralMoves<L extends LadderLevel>(levels: readonly L[], key: string): L[] {
  const sides = lateralKeys(levels).get(key);
  return levels.filter((level) => sides?.has(level.key));
}

/** The track of a level; null where the framework names none, or has no such level. */
export function trackOf(levels: readonly LadderLevel[], key: string): Track | null {
  return levels.find((level) => level.key === key)?.track ?? null;
}

/**
 * The shortest chain of promotions from one level to another, both included; of equally short ones
 * that through the earlier levels. Null where no promotions lead there.
 */
export function pathBetween<L extends LadderLevel>(
  levels: readonly L[],
  from: string,
  to: string,
): L[] | null {
  const onward = Map.groupBy(
    ladderOf(levels).flatMap(({ key, follows }) => follows.map((before) => ({ key, before }))),
    ({ before }) => before,
  );
  const cameFrom = new Map<string, string | null>([[from, null]]);
  for (const [key] of cameFrom) {
    if (key === to) break;
    for (const next of onward.get(key) ?? []) {
      if (!cameFrom.has(next.key)) cameFrom.set(next.key, key);
    }
  }
  const byKey = new Map(levels.map((level) => [level.key, level]));
  const path: L[] = [];
  for (let key: string | null | undefined = to; key !== null; key = cameFrom.get(key)) {
    const level = key === undefined ? undefined : byKey.get(key);
    if (key === undefined || level === undefined || !cameFrom.has(key)) return null;
    path.push(level);
  }
  return path.toReversed();
}

/** For each level the keys of its lateral moves, named by itself or by the other. */
function lateralKeys(levels: readonly LadderLevel[]): Map<string, Set<string>> {
  const sides = new Map(levels.map(({ key }) => [key, new Set<string>()]));
  for (const { key, lateral = [] } of levels) {
    for (const other of lateral) {
      if (other === key) continue;
      sides.get(key)?.add(other);
      sides.get(other)?.add(key);
    }
  }
  return sides;
}

/** The keys that are there, each once, in the order of the levels. */
function inOrder(keys: Iterable<string>, order: ReadonlyMap<string, number>): string[] {
  const place = (key: string) => order.get(key) ?? order.size;
  return [...new Set(keys)].filter((key) => order.has(key)).toSorted((a, b) => place(a) - place(b));
}
