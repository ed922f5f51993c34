import { z } from "zod";
import { Why } from "../why.ts";
import { Id, Instant, SEARCH_LENGTH } from "../wire.ts";
import { LIBRARY_ITEM_KINDS } from "./document.ts";

const Kind = z.enum(LIBRARY_ITEM_KINDS);
const Key = z.string().max(200).nullable();

export const ShowLibraryInput = z.strictObject({
  /** Null: the organization's first framework. */
  frameworkId: Id.nullable(),
  search: z.string().max(SEARCH_LENGTH).nullable(),
  competency: Key,
  level: Key,
  kind: Kind.nullable(),
  technology: Key,
  /** The id of the last item of the page before. */
  cursor: z.string().max(200).nullish(),
});

const Named = z.object({ key: z.string(), name: z.string() });

export const LibraryItemView = z.object({
  id: z.string(),
  kind: Kind,
  competency: Named,
  level: Named,
  title: z.string(),
  summary: z.string(),
  hours: z.int(),
  technologies: z.array(z.string()),
  /** What is done before it. */
  requires: z.array(z.object({ id: z.string(), title: z.string() })),
  evidence: z.string(),
  preparation: z.boolean(),
});
export type LibraryItemView = z.infer<typeof LibraryItemView>;

export const LibraryView = z.object({
  framework: z.object({ id: Id, name: z.string() }).nullable(),
  frameworks: z.array(z.object({ id: Id, name: z.string() })),
  version: z
    .object({
      id: Id,
      number: z.int(),
      name: z.string(),
      summary: z.string(),
      importedAt: Instant,
      importedBy: z.string(),
    })
    .nullable(),
  competencies: z.array(Named),
  levels: z.array(Named),
  technologies: z.array(z.string()),
  items: z.array(LibraryItemView),
  total: z.int(),
  nextCursor: z.string().nullable(),
  may: z.object({ import: Why.nullable() }),
});
export type LibraryView = z.infer<typeof LibraryView>;

export const PreviewLibraryInput = z.strictObject({
  frameworkId: Id,
  yaml: z.string().max(2_000_000, "The file is larger than 2 MB."),
});
export const ImportLibraryInput = PreviewLibraryInput.extend({
  /** The number of the version that it replaces; 0 where there is none. */
  upon: z.int().min(0),
});
const Line = z.object({ id: z.string(), title: z.string() });
/** What a file changes in the library. */
export const LibraryChangesView = z.object({
  /** The number of the version that it is compared with; 0 where there is none. */
  upon: z.int(),
  added: z.array(Line),
  removed: z.array(Line),
  changed: z.array(Line.extend({ fields: z.array(z.string()) })),
  same: z.int(),
});
export type LibraryChangesView = z.infer<typeof LibraryChangesView>;

export const ExportLibraryInput = z.strictObject({ frameworkId: Id });
export const LibraryFileView = z.object({ fileName: z.string(), yaml: z.string() });
