import { type LadderPlace, ladderOf } from "../ladder/ladder.ts";
import type { Anchor, Competency, Framework, Theme } from "./document.ts";
import { matchAnchors, matchRows, type PlacedAnchor } from "./match.ts";

type Changed<Item, Field extends string> = { before: Item; after: Item; fields: Field[] };
export type Changes<Item, Field extends string> = {
  added: Item[];
  removed: Item[];
  changed: Changed<Item, Field>[];
};

type HeadField = "name" | "summary" | "googleSheetId" | "isLegacy";
type LevelField = "name" | "track" | "follows" | "lateral";
type AnchorField = "competency" | "levelKey" | Exclude<keyof Anchor, "levelKey" | "position">;

/** What differs between two versions. `reordered` says that those in both stand in another order. */
export type FrameworkChanges = {
  head: HeadField[];
  levels: Changes<LadderPlace, LevelField> & { reordered: boolean };
  themes: Changes<Theme, "name" | "summary"> & { reordered: boolean };
  competencies: Changes<Competency, "name" | "themeKey">;
  anchors: Changes<PlacedAnchor, AnchorField>;
};

/**
 * Compares two versions of a framework. A competency or anchor that was renamed or moved is known
 * by the ids of its anchors and counts as changed. Blanks around a text make no difference, nor
 * does it whether a level's place on the ladder is written or follows from its order.
 */
export function compareFrameworks(before: Framework, after: Framework): FrameworkChanges {
  const rows = matchRows(before.competencies, after.competencies);
  const anchors = matchAnchors(rows.pairs, before.competencies, after.competencies);
  const keyAfter = new Map(rows.pairs.map(([old, now]) => [old.key, now.key]));
  return {
    head: differing(before, after, ["name", "summary", "googleSheetId", "isLegacy"]),
    levels: compareKeyed(ladderOf(before.levels), ladderOf(after.levels), [
      "name",
      "track",
      "follows",
      "lateral",
    ]),
    themes: compareKeyed(before.themes, after.themes, ["name", "summary"]),
    competencies: {
      added: rows.added,
      removed: rows.removed,
      changed: changedOf(rows.pairs, (a, b) => differing(a, b, ["name", "themeKey"])),
    },
    anchors: {
      added: anchors.added,
      removed: anchors.removed,
      changed: changedOf(anchors.pairs, (a, b) =>
        anchorFields(a, b, keyAfter.get(a.competency) === b.competency),
      ),
    },
  };
}

/** Whether a comparison found nothing. */
export function isUnchanged(changes: FrameworkChanges): boolean {
  const { head, levels, themes, competencies, anchors } = changes;
  const none = (of: Changes<unknown, string>) =>
    of.added.length + of.removed.length + of.changed.length === 0;
  const still = !levels.reordered && !themes.reordered;
  return head.length === 0 && still && [levels, themes, competencies, anchors].every(none);
}

function anchorFields(a: PlacedAnchor, b: PlacedAnchor, sameRow: boolean): AnchorField[] {
  const own = ["id", "levelKey", "summary", "proficiency", "examples", "supportingUrls"] as const;
  return [...(sameRow ? [] : (["competency"] as const)), ...differing(a.anchor, b.anchor, own)];
}

function compareKeyed<Item extends { key: string }, Field extends keyof Item & string>(
  before: readonly Item[],
  after: readonly Item[],
  fields: readonly Field[],
): Changes<Item, Field> & { reordered: boolean } {
  const old = new Map(before.map((item) => [item.key, item]));
  const now = new Map(after.map((item) => [item.key, item]));
  const pairs = after.flatMap((item) => {
    const earlier = old.get(item.key);
    return earlier ? [[earlier, item] as const] : [];
  });
  const kept = before.filter((item) => now.has(item.key));
  return {
    added: after.filter((item) => !old.has(item.key)),
    removed: before.filter((item) => !now.has(item.key)),
    changed: changedOf(pairs, (a, b) => differing(a, b, fields)),
    reordered: pairs.some(([item], index) => item.key !== kept[index]?.key),
  };
}

function changedOf<Item, Field extends string>(
  pairs: readonly (readonly [Item, Item])[],
  fieldsOf: (before: Item, after: Item) => Field[],
): Changed<Item, Field>[] {
  return pairs
    .map(([before, after]) => ({ before, after, fields: fieldsOf(before, after) }))
    .filter(({ fields }) => fields.length > 0);
}

function differing<Item, Field extends keyof Item>(
  before: Item,
  after: Item,
  fields: readonly Field[],
): Field[] {
  return fields.filter((field) => plain(before[field]) !== plain(after[field]));
}

function plain(value: unknown): string {
  return typeof value === "string" ? value.trim() : JSON.stringify(value ?? null);
}
