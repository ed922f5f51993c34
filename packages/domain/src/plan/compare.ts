import type { Plan, Planned } from "./request.ts";

export const ITEM_CHANGES = ["same", "added", "removed", "moved"] as const;
export type ItemChange = {
  id: string;
  change: (typeof ITEM_CHANGES)[number];
  before: WeeksOf | null;
  after: WeeksOf | null;
};
type WeeksOf = { from: number; to: number };

/** What became of each item from one plan to the next: those of the new plan first, in its order. */
export function comparePlans(before: Plan, after: Plan): ItemChange[] {
  const old = new Map(before.items.map((item) => [item.id, item]));
  const kept = after.items.map((item): ItemChange => {
    const was = old.get(item.id);
    const weeks = weeksOf(item);
    if (was === undefined) return { id: item.id, change: "added", before: null, after: weeks };
    const earlier = weeksOf(was);
    const isSame = earlier.from === weeks.from && earlier.to === weeks.to;
    return { id: item.id, change: isSame ? "same" : "moved", before: earlier, after: weeks };
  });
  const here = new Set(after.items.map(({ id }) => id));
  const gone = before.items
    .filter(({ id }) => !here.has(id))
    .map((item): ItemChange => ({
      id: item.id,
      change: "removed",
      before: weeksOf(item),
      after: null,
    }));
  return [...kept, ...gone];
}

/** The weeks in which an item is begun and done. */
function weeksOf({ portions }: Pick<Planned, "portions">): WeeksOf {
  const weeks = portions.map(({ week }) => week);
  return { from: Math.min(...weeks), to: Math.max(...weeks) };
}
