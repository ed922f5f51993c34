import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { publishedVersion } from "../ladder/access.ts";
import { mayOf, whyNotAllowed } from "../may.ts";
import { toInstant } from "../wire.ts";
import { keysOf, libraryOf, publishedFrameworks } from "./access.ts";
import type { LibraryItem } from "./document.ts";
import type { LibraryItemView, LibraryView, ShowLibraryInput } from "./schemas.ts";

/** How many items a page holds. */
const PAGE = 40;

type Input = z.infer<typeof ShowLibraryInput>;
type Named = { key: string; name: string };

/** The library that goes with a framework: the items that match, by competency and then by level. */
export async function showLibrary(ctx: ReadCtx, input: Input): Promise<LibraryView> {
  const frameworks = await publishedFrameworks(ctx);
  const framework =
    input.frameworkId === null
      ? frameworks[0]
      : (frameworks.find(({ id }) => id === input.frameworkId) ?? refuse("NOT_FOUND", {}));
  const published = framework === undefined ? null : await publishedVersion(ctx, framework.id);
  const { levels, competencies } =
    published === null ? { levels: [], competencies: [] } : await keysOf(ctx, published.versionId);
  const found = framework === undefined ? null : await libraryOf(ctx, framework.id);
  const all = found?.version.items ?? [];
  const matching = inOrder(all.filter(matches(input)), competencies, levels);
  const begin = input.cursor == null ? 0 : matching.findIndex(({ id }) => id === input.cursor) + 1;
  const page = matching.slice(begin, begin + PAGE);
  const line = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return {
    framework: framework === undefined ? null : line(framework),
    frameworks: frameworks.map(line),
    version:
      found === null
        ? null
        : {
            id: found.version.id,
            number: found.version.number,
            name: found.version.name,
            summary: found.version.summary,
            importedAt: toInstant(found.version.importedAt),
            importedBy: found.importedBy,
          },
    competencies,
    levels: levels.map(({ key, name }) => ({ key, name })),
    technologies: technologiesOf(all),
    items: page.map(itemView(all, competencies, levels)),
    total: matching.length,
    nextCursor: begin + PAGE < matching.length ? (page.at(-1)?.id ?? null) : null,
    may: { import: mayOf(whyNotAllowed("library.import", ctx.duties)) },
  };
}

/** The technologies that items of a library are about, by the alphabet. */
export function technologiesOf(items: readonly Pick<LibraryItem, "technologies">[]): string[] {
  return [...new Set(items.flatMap(({ technologies }) => technologies))].toSorted();
}

function matches({ search, competency, level, kind, technology }: Input) {
  const words = (search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return (item: LibraryItem) =>
    (competency === null || item.competency === competency) &&
    (level === null || item.level === level) &&
    (kind === null || item.kind === kind) &&
    (technology === null || item.technologies.includes(technology)) &&
    words.every((word) => `${item.title} ${item.summary}`.toLowerCase().includes(word));
}

function inOrder(
  items: readonly LibraryItem[],
  competencies: readonly Named[],
  levels: readonly Named[],
): LibraryItem[] {
  const place = (list: readonly Named[]) => new Map(list.map(({ key }, at) => [key, at]));
  const [byCompetency, byLevel] = [place(competencies), place(levels)];
  const at = (map: ReadonlyMap<string, number>, key: string) => map.get(key) ?? map.size;
  return items.toSorted(
    (a, b) =>
      at(byCompetency, a.competency) - at(byCompetency, b.competency) ||
      at(byLevel, a.level) - at(byLevel, b.level),
  );
}

function itemView(
  all: readonly LibraryItem[],
  competencies: readonly Named[],
  levels: readonly Named[],
) {
  const titles = new Map(all.map(({ id, title }) => [id, title]));
  const named = (list: readonly Named[], key: string) => ({
    key,
    name: list.find((one) => one.key === key)?.name ?? key,
  });
  return (item: LibraryItem): LibraryItemView => ({
    ...item,
    competency: named(competencies, item.competency),
    level: named(levels, item.level),
    requires: item.requires.map((id) => ({ id, title: titles.get(id) ?? id })),
  });
}
