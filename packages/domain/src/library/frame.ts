import { type LadderLevel, ladderOf } from "../ladder/ladder.ts";

/**
 * What a library is checked against: the keys of a framework's competencies, and its levels, each
 * with the keys of those from which it is reached by promotion.
 */
export type LibraryFrame = {
  competencies: ReadonlySet<string>;
  levels: readonly { key: string; follows: readonly string[] }[];
};

/**
 * Whether promotions lead from one level to another, or it is the same; lateral moves lead nowhere.
 * Null where the frame has not both levels.
 */
export function leadsTo(frame: LibraryFrame): (from: string, to: string) => boolean | null {
  const follows = new Map(frame.levels.map((level) => [level.key, level.follows]));
  const below = new Map<string, Set<string>>();
  return (from, to) => {
    if (!follows.has(from) || !follows.has(to)) return null;
    const reached = below.get(to) ?? new Set([to]);
    if (!below.has(to))
      for (const key of reached) follows.get(key)?.forEach((one) => reached.add(one));
    below.set(to, reached);
    return reached.has(from);
  };
}

/** The frame of a framework, as a file or its rows have it: implied promotions among the others. */
export function frameOf(framework: {
  competencies: readonly { key: string }[];
  levels: readonly LadderLevel[];
}): LibraryFrame {
  return {
    competencies: new Set(framework.competencies.map(({ key }) => key)),
    levels: ladderOf(framework.levels).map(({ key, follows }) => ({ key, follows })),
  };
}
