import type { Anchor, Competency } from "./document.ts";

/** An anchor with the key of its competency. */
export type PlacedAnchor = { competency: string; anchor: Anchor };

/** Which of two lists belong together, and what is left on either side. */
export type Matched<Item> = {
  pairs: (readonly [before: Item, after: Item])[];
  added: Item[];
  removed: Item[];
};

/** Rows belong together by key; the rest by the anchors' ids they share, the most first. */
export function matchRows(
  before: readonly Competency[],
  after: readonly Competency[],
): Matched<Competency> {
  const byKey = pairUp(before, after, (row) => row.key);
  const candidates = sharing(byKey.removed, byKey.added).toSorted((a, b) => b.shared - a.shared);
  const taken = new Set<Competency>();
  const renamed = candidates.flatMap(({ old, now }) => {
    if (taken.has(old) || taken.has(now)) return [];
    taken.add(old).add(now);
    return [[old, now] as const];
  });
  return {
    pairs: [...byKey.pairs, ...renamed],
    added: byKey.added.filter((row) => !taken.has(row)),
    removed: byKey.removed.filter((row) => !taken.has(row)),
  };
}

/** Anchors belong together by id; the rest by their cell: matched row and level. */
export function matchAnchors(
  rows: Matched<Competency>["pairs"],
  before: readonly Competency[],
  after: readonly Competency[],
): Matched<PlacedAnchor> {
  const byId = pairUp(placed(before), placed(after), ({ anchor }) => anchor.id.toLowerCase());
  const keyBefore = new Map(rows.map(([old, now]) => [now.key, old.key]));
  const cell = (row: string | undefined, level: string) => JSON.stringify([row, level]);
  const cellsBefore = new Map(
    byId.removed.map((item) => [cell(item.competency, item.anchor.levelKey), item]),
  );
  const taken = new Set<PlacedAnchor>();
  const replaced = byId.added.flatMap((now) => {
    const row = keyBefore.get(now.competency);
    const old = row === undefined ? undefined : cellsBefore.get(cell(row, now.anchor.levelKey));
    if (!old) return [];
    taken.add(old).add(now);
    return [[old, now] as const];
  });
  return {
    pairs: [...byId.pairs, ...replaced],
    added: byId.added.filter((item) => !taken.has(item)),
    removed: byId.removed.filter((item) => !taken.has(item)),
  };
}

function pairUp<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): Matched<Item> {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const now = new Set(after.map(keyOf));
  return {
    pairs: after.flatMap((item) => {
      const earlier = old.get(keyOf(item));
      return earlier ? [[earlier, item] as const] : [];
    }),
    added: after.filter((item) => !old.has(keyOf(item))),
    removed: before.filter((item) => !now.has(keyOf(item))),
  };
}

function placed(rows: readonly Competency[]): PlacedAnchor[] {
  return rows.flatMap((row) => row.anchors.map((anchor) => ({ competency: row.key, anchor })));
}

type Sharing = { old: Competency; now: Competency; shared: number };

/** The pairs of rows with at least one anchor's id in common, and how many they share. */
function sharing(before: readonly Competency[], after: readonly Competency[]): Sharing[] {
  const rowOf = new Map<string, Competency>();
  for (const { id, row } of anchorIds(after)) rowOf.set(id, row);
  const found = new Map<Competency, Map<Competency, Sharing>>();
  for (const { id, row: old } of anchorIds(before)) {
    const now = rowOf.get(id);
    if (!now) continue;
    const partners = found.get(old) ?? new Map<Competency, Sharing>();
    partners.set(now, { old, now, shared: (partners.get(now)?.shared ?? 0) + 1 });
    found.set(old, partners);
  }
  return [...found.values()].flatMap((partners) => [...partners.values()]);
}

function anchorIds(rows: readonly Competency[]) {
  return rows.flatMap((row) => row.anchors.map(({ id }) => ({ id: id.toLowerCase(), row })));
}
