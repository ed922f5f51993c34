import type { z } from "zod";

/** A name, or several, of what JSON Schema cannot say; give a new name when the meaning changes. */
type Names = string | readonly string[];

/**
 * What a schema says of itself through `.meta()`, because JSON Schema cannot. A schema with
 * `refine` or `transform` that does not name them has no contract, and is refused.
 */
export type Stamps = {
  /** One name for each refinement of the schema, in any order. */
  refinement?: Names;
  /** The name of a transform, or of an overwrite that is not trim, lower case, upper case or NFC. */
  transform?: Names;
  /** How a value that JSON does not have is written: `iso8601`, `decimal string`. */
  encoding?: string;
  /** What the nominal type is called; nothing on the wire. */
  brand?: string;
  /** An enumeration that may grow: the member that readers take for one they do not know. */
  fallback?: string;
  /** A page of a list: the keys of its rows and of the cursor of the next page. */
  page?: { items: string; cursor: string };
  /** How a list is sorted, in words. */
  sort?: string;
  /** How many rows a list has at most. */
  limit?: number;
  /** How ids are made: `uuidv7`. */
  idFormat?: string;
  /** Personal or secret: a field of this kind in an output is looked at by a person. */
  sensitive?: boolean;
  /** A body that is not JSON: `multipart/form-data`. */
  media?: string;
  /** The id format of a subscription's events. */
  eventId?: string;
  /** What comes piece by piece: the schema of each piece. */
  stream?: z.core.$ZodType;
};

/** The stamps, as a manifest writes them: `x-` and the name in kebab-case. */
export const STAMPS = {
  refinement: "x-refinement",
  transform: "x-transform",
  encoding: "x-encoding",
  brand: "x-brand",
  fallback: "x-fallback",
  page: "x-page",
  sort: "x-sort",
  limit: "x-limit",
  idFormat: "x-id-format",
  sensitive: "x-sensitive",
  media: "x-media",
  eventId: "x-event-id",
  stream: "x-stream",
} as const satisfies Record<keyof Stamps, `x-${string}`>;

const OVERWRITES: Record<string, (text: string) => string> = {
  trim: (text) => text.trim(),
  lowercase: (text) => text.toLowerCase(),
  uppercase: (text) => text.toUpperCase(),
  "normalize NFC": (text) => text.normalize("NFC"),
};
const PROBE = " aB\u0065\u0301 ";

/** The name of an overwriting check, known by what it does; null for one that needs a stamp. */
export function overwriteOf(check: z.core.$ZodCheck): string | null {
  const { def } = check._zod;
  if (!("tx" in def) || typeof def.tx !== "function") return null;
  const made: unknown = def.tx(PROBE);
  return Object.entries(OVERWRITES).find(([, of]) => of(PROBE) === made)?.[0] ?? null;
}

/** A stamp's names as a sorted list. */
export function namesOf(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.filter((name) => typeof name === "string").toSorted();
}
