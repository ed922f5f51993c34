import type { LibraryItem } from "../library/document.ts";
import { ownLibrary } from "../library/own.ts";
import type { VersionRows } from "../framework/load-version.ts";

type Frame = {
  levels: readonly Pick<VersionRows["levels"][number], "key">[];
  competencies: readonly Pick<VersionRows["competencies"][number], "key">[];
};

let reading: ReturnType<typeof ownLibrary> | null = null;

/**
 * The project's own growth library as far as it speaks of a framework's competencies and levels, in
 * its order; empty for a framework that shares none. It is read once in a process.
 */
export async function libraryFor(frame: Frame): Promise<LibraryItem[]> {
  reading ??= ownLibrary();
  const { items } = await reading;
  const competencies = new Set(frame.competencies.map(({ key }) => key));
  const levels = new Set(frame.levels.map(({ key }) => key));
  return items.filter((item) => competencies.has(item.competency) && levels.has(item.level));
}
