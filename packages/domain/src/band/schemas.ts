import { z } from "zod";
import { Day, Id, Instant, optionalLine, reason } from "../wire.ts";
import { Why } from "../why.ts";

export const BAND_STATES = ["draft", "approved", "discarded"] as const;

/** ISO 3166 code of a country, a part of one or a place in it, or `EU`; empty: everywhere. */
export const BandRegion = z
  .string()
  .regex(/^([A-Z]{2}(-[A-Z0-9]{1,3}(-[A-Z0-9]{3})?)?)?$/, "A code such as DE, US-CA or EU.");
export const Currency = z.string().regex(/^[A-Z]{3}$/, "Three capital letters, as in EUR.");
const Minor = z
  .int("The amount is a number.")
  .min(1, "The amount is more than nothing.")
  .max(1_000_000_000_000, "The amount is too large.");

/** What a band says; amounts of a year in minor units of its currency. */
export const BandContent = z.strictObject({
  levelKey: z.string().min(1, "Choose a level.").max(200),
  region: BandRegion,
  currency: Currency,
  minMinor: Minor,
  midMinor: Minor,
  maxMinor: Minor,
  effectiveFrom: Day,
  /** From that day on the region has no band of its own, and the next wider one holds. */
  ends: z.boolean().default(false),
  /** Of which example it is; empty for one's own. */
  example: optionalLine(300).default(""),
});
export type BandContent = z.infer<typeof BandContent>;

export const ListBandsInput = z.strictObject({ frameworkId: Id.nullable() });
export const DraftBandInput = z.strictObject({
  frameworkId: Id,
  band: BandContent,
  reason: reason(),
});
export const BandInput = z.strictObject({ bandId: Id });
export const DiscardBandInput = z.strictObject({ bandId: Id, reason: reason() });
export const ImportBandsInput = z.strictObject({
  frameworkId: Id,
  format: z.enum(["yaml", "csv"]),
  text: z.string().max(1_000_000, "The file is larger than 1 MB."),
  reason: reason(),
});
export const ImportedBandsView = z.object({ drafted: z.int(), unchanged: z.int() });
export const ExportBandsInput = z.strictObject({
  frameworkId: Id,
  format: z.enum(["yaml", "csv"]),
});
export const BandFileView = z.object({ fileName: z.string(), text: z.string() });

export const BandView = z.object({
  id: Id,
  levelKey: z.string(),
  region: z.string(),
  number: z.int(),
  state: z.enum(BAND_STATES),
  currency: z.string(),
  minMinor: z.int(),
  midMinor: z.int(),
  maxMinor: z.int(),
  effectiveFrom: Day,
  ends: z.boolean(),
  reason: z.string(),
  example: z.string(),
  author: z.string(),
  createdAt: Instant,
  approvedBy: z.string().nullable(),
  approvedAt: Instant.nullable(),
  /** In force today. */
  inForce: z.boolean(),
  may: z.object({ approve: Why.nullable(), discard: Why.nullable() }),
});
export type BandView = z.infer<typeof BandView>;

/** What two levels that follow each other look like in one region. */
const Seam = z.object({
  region: z.string(),
  lower: z.string(),
  upper: z.string(),
  kind: z.enum(["gap", "overlap", "same", "inverted", "currency"]),
  /** How much lies between or on top of each other; 0 where it says nothing. */
  minor: z.int(),
  currency: z.string(),
});

export const BandListView = z.object({
  frameworks: z.array(z.object({ id: Id, name: z.string() })),
  /** The one that is shown; null where none was published yet. */
  frameworkId: Id.nullable(),
  /** Its levels, the most junior first. */
  levels: z.array(z.object({ key: z.string(), name: z.string() })),
  today: Day,
  /** By region, by level, the newest first; discarded ones left out. */
  bands: z.array(BandView),
  seams: z.array(Seam),
  /** Levels of a region that have no band in force. */
  missing: z.array(z.object({ region: z.string(), levelKey: z.string() })),
  may: z.object({ draft: Why.nullable(), import: Why.nullable() }),
});
export type BandListView = z.infer<typeof BandListView>;
