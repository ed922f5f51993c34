import type { LibraryItem } from "./document.ts";
import type { LibraryChangesView } from "./schemas.ts";

/** What becomes of each item from one version of a library to the next, in the order of the files. */
export function libraryChanges(
  before: readonly LibraryItem[],
  after: readonly LibraryItem[],
): Omit<LibraryChangesView, "upon"> {
  const old = new Map(before.map((item) => [item.id, item]));
  const here = new Set(after.map(({ id }) => id));
  const changed = after.flatMap((item) => {
    const was = old.get(item.id);
    const fields = was === undefined ? [] : changedFields(was, item);
    return fields.length === 0 ? [] : [{ ...lineOf(item), fields }];
  });
  const added = after.filter(({ id }) => !old.has(id)).map(lineOf);
  return {
    added,
    removed: before.filter(({ id }) => !here.has(id)).map(lineOf),
    changed,
    same: after.length - added.length - changed.length,
  };
}

function lineOf({ id, title }: LibraryItem) {
  return { id, title };
}

function changedFields(before: LibraryItem, after: LibraryItem): string[] {
  const was = new Map(Object.entries(before));
  return Object.entries(after)
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(was.get(field)))
    .map(([field]) => field);
}
