import type { LibraryItemView } from "@rubric/domain/library/schemas";

type Kind = LibraryItemView["kind"];

interface LibraryFilters {
  frameworkId: string | null;
  search: string | null;
  competency: string | null;
  level: string | null;
  kind: Kind | null;
  technology: string | null;
}

/** What the library shows first. */
export const firstItems: LibraryFilters = {
  frameworkId: null,
  search: null,
  competency: null,
  level: null,
  kind: null,
  technology: null,
};
