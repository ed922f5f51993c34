import { z } from "zod";
import { Why } from "../why.ts";
import { Id, Instant, line, paragraph } from "../wire.ts";
import { PROFICIENCIES, TRACKS } from "./document.ts";

export { PROFICIENCIES, TRACKS };

export const VERSION_STATES = ["draft", "published"] as const;

const Link = z.object({ label: z.string(), url: z.string() });

export const FrameworkVersionView = z.object({
  id: Id,
  number: z.int(),
  state: z.enum(VERSION_STATES),
  createdAt: Instant,
  createdBy: z.string(),
  publishedAt: Instant.nullable(),
});

export const ListFrameworksInput = z.strictObject({});
export const FrameworkListView = z.object({
  frameworks: z.array(
    z.object({
      id: Id,
      name: z.string(),
      summary: z.string(),
      /** Newest first; a draft only for those who may edit it. */
      versions: z.array(FrameworkVersionView),
      /** Of the newest published version, or of the draft where nothing is published. */
      levels: z.array(z.object({ key: z.string(), name: z.string() })),
      competencies: z.int(),
      jobs: z.int(),
    }),
  ),
  may: z.object({ import: Why.nullable() }),
});
export type FrameworkListView = z.infer<typeof FrameworkListView>;

/** Without a version: the newest published one, or the draft where nothing is published. */
export const ShowFrameworkInput = z.strictObject({ frameworkId: Id, versionId: Id.nullable() });
export const AnchorView = z.object({
  id: Id,
  levelId: Id,
  summary: z.string(),
  proficiency: z.enum(PROFICIENCIES),
  examples: z.array(z.string()),
  supportingUrls: z.array(Link),
});
/** Where a level stands: `follows` and `lateral` hold keys of levels, whether written or implied. */
const Place = z.object({
  key: z.string(),
  track: z.enum(TRACKS).nullable(),
  follows: z.array(z.string()),
  lateral: z.array(z.string()),
});
export const FrameworkView = z.object({
  id: Id,
  name: z.string(),
  summary: z.string(),
  version: FrameworkVersionView,
  versions: z.array(FrameworkVersionView),
  levels: z.array(z.object({ id: Id, name: z.string(), ...Place.shape })),
  themes: z.array(z.object({ id: Id, key: z.string(), name: z.string(), summary: z.string() })),
  competencies: z.array(
    z.object({
      id: Id,
      key: z.string(),
      name: z.string(),
      themeId: Id,
      anchors: z.array(AnchorView),
    }),
  ),
  may: z.object({
    editAnchor: Why.nullable(),
    startDraft: Why.nullable(),
    discardDraft: Why.nullable(),
    publish: Why.nullable(),
    import: Why.nullable(),
  }),
});
export type FrameworkView = z.infer<typeof FrameworkView>;

export const CompareFrameworkInput = z.strictObject({ beforeId: Id, afterId: Id });
export const CHANGES = ["same", "added", "removed", "changed"] as const;
const Change = z.enum(CHANGES);
const Text = z.string().nullable();
const AnchorSide = z
  .object({
    summary: z.string(),
    proficiency: z.enum(PROFICIENCIES),
    examples: z.array(z.string()),
    supportingUrls: z.array(Link),
  })
  .nullable();
/** Both versions in one matrix: each level, theme, row and cell with what became of it. */
export const FrameworkComparisonView = z.object({
  frameworkId: Id,
  name: z.string(),
  before: FrameworkVersionView,
  after: FrameworkVersionView,
  head: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  levels: z.array(
    z.object({
      key: z.string(),
      change: Change,
      before: Text,
      after: Text,
      fields: z.array(z.string()),
      placeBefore: Place.nullable(),
      placeAfter: Place.nullable(),
    }),
  ),
  themes: z.array(z.object({ key: z.string(), change: Change, before: Text, after: Text })),
  rows: z.array(
    z.object({
      key: z.string(),
      themeKey: z.string(),
      change: Change,
      before: Text,
      after: Text,
      cells: z.array(
        z.object({
          levelKey: z.string(),
          change: Change,
          fields: z.array(z.string()),
          before: AnchorSide,
          after: AnchorSide,
        }),
      ),
    }),
  ),
  counts: z.object({ added: z.int(), removed: z.int(), changed: z.int() }),
});
export type FrameworkComparisonView = z.infer<typeof FrameworkComparisonView>;

export const ExportFrameworkInput = z.strictObject({ versionId: Id });
export const ExportView = z.object({ fileName: z.string(), yaml: z.string() });

export const ImportFrameworkInput = z.strictObject({
  yaml: z.string().max(1_000_000, "The file is larger than 1 MB."),
});

export const EditAnchorInput = z.strictObject({
  versionId: Id,
  competencyId: Id,
  levelId: Id,
  summary: z.string().trim().min(2, "Say what is seen at this level.").pipe(paragraph(5000)),
  proficiency: z.enum(PROFICIENCIES),
  examples: z
    .array(z.string().trim().min(5, "At least 5 characters.").pipe(paragraph(2000)))
    .max(20),
  /** Left out, they stay as they are. */
  supportingUrls: z
    .array(
      z.strictObject({
        label: line(200),
        url: z
          .string()
          .trim()
          .max(2000)
          .regex(/^https?:\/\/\S+$/, "An address begins with https://."),
      }),
    )
    .max(20)
    .optional(),
});
export const StartFrameworkDraftInput = z.strictObject({ frameworkId: Id });
export const FrameworkVersionInput = z.strictObject({ versionId: Id });
