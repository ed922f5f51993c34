import { z } from "zod";
import { plainIssues } from "./issue-words.ts";

/** An id on the wire. */
export const Id = z.uuid();

const YEAR = /^[12]\d{3}-/;

/** An instant on the wire: ISO 8601 in UTC with milliseconds, in a year the database can hold. */
export const Instant = z.iso
  .datetime({ precision: 3 })
  .regex(YEAR, "A year from 1000 to 2999, please.");

/** A calendar day on the wire, in a year the database can hold. */
export const Day = z.iso.date().regex(YEAR, "A year from 1000 to 2999, please.");

/** How much may be looked for. */
export const SEARCH_LENGTH = 200;

/** The words of a search. */
export const searched = z
  .string()
  .trim()
  .max(SEARCH_LENGTH, `At most ${SEARCH_LENGTH} characters.`);

/** How deep an input may be; ours are at most 6, a JSON Resume included. */
const MAX_DEPTH = 64;

/** Whether a value holds more in one another than anything walks through safely. */
export function isTooDeep(value: unknown, levels = MAX_DEPTH): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isTooDeep(inner, levels - 1));
}

/**
 * The path to the first text in a value that the database cannot hold, with a NUL or half of a
 * character; null if there is none. A key counts as a text at its parent's path. Not for a value
 * that may be too deep.
 */
export function unkeepableText(value: unknown, path: readonly string[] = []): string | null {
  if (typeof value === "string") {
    return value.includes("\u0000") || !value.isWellFormed() ? path.join(".") : null;
  }
  if (typeof value !== "object" || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = unkeepableText(key, path) ?? unkeepableText(inner, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

/** The text of an instant. */
export function toInstant(date: Date): string;
export function toInstant(date: Date | null): string | null;
export function toInstant(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}

/**
 * An instant as Postgres writes it as text, `2026-11-22 10:00:00.5+00`. A connection of ours is in UTC;
 * any other zone is reckoned.
 */
export function toInstantOfText(text: string): string {
  const seconds = 19;
  const inUtc = text.endsWith("+00") && text.length <= 26 && text[10] === " ";
  if (!inUtc) return new Date(text).toISOString();
  const local = `${text.slice(0, 10)}T${text.slice(11, -3)}`;
  return `${local.length === seconds ? `${local}.` : local}`.padEnd(23, "0") + "Z";
}

/** What ends a line, steers a device, or turns the direction of the words around it. */
const NOT_IN_A_LINE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** A character that is seen: no blank, nothing of width zero. */
const SEEN = /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether a reader sees anything of a text. */
export const isSeen = (text: string): boolean => SEEN.test(text);

/** One line that a person typed, or nothing: at most `max` characters. */
export const optionalLine = (max = 200) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max} characters.`)
    .refine((text) => !NOT_IN_A_LINE.test(text), "No line breaks or control characters here.")
    .meta({ refinement: "one line" });

/** One line that a person typed: 1 to `max` characters, of which something is seen. */
export const line = (max = 200) =>
  optionalLine(max)
    .refine(isSeen, "Please fill this in.")
    .meta({ refinement: ["one line", "something is seen"] });

/** A paragraph that a person typed; may be empty. */
export const paragraph = (max = 10_000) =>
  z
    .string()
    .max(max, `At most ${max} characters.`)
    // oxlint-disable-next-line no-control-regex -- Postgres keeps every character but this one
    .regex(/^[^\u0000]*$/, "This holds a character that cannot be kept.");

/** A reason that someone else will read: at least 3 characters. */
export const reason = () =>
  z.string().trim().min(3, "Please give a reason.").max(2000, "At most 2000 characters.");

/** An e-mail address, in lower case. */
export const email = () =>
  z
    .string()
    .trim()
    .toLowerCase()
    .max(254, "At most 254 characters.")
    .pipe(z.email("This is not an e-mail address."));

/** One sentence a field: path with dots → the first thing that is wrong with it. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { path, message } of plainIssues(error)) {
    fields[path.map(String).join(".") || "input"] ??= message;
  }
  return fields;
}
