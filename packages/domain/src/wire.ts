import { z } from "zod";

/** An id on the wire. */
export const Id = z.uuid();

const YEAR = /^[12]\d{3}-/;

/** An instant on the wire: ISO 8601 in UTC with milliseconds, in a year the database can hold. */
export const Instant = z.iso
  .datetime({ precision: 3 })
  .regex(YEAR, "A year from 1000 to 2999, please.");

/** A calendar day on the wire, in a year the database can hold. */
export const Day = z.iso.date().regex(YEAR, "A year from 1000 to 2999, please.");

/**
 * The path to the first text in a value that the database cannot hold, with a NUL or half of a
 * character; null if there is none. A key counts as a text at its parent's path.
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

/** One line that a person typed: 1 to `max` characters. */
export const line = (max = 200) =>
  z
    .string()
    .trim()
    .min(1, "Please fill this in.")
    .max(max, `At most ${max} characters.`)
    .regex(/^[^\p{Cc}]*$/u, "No line breaks or control characters here.");

/** A paragraph that a person typed; may be empty. */
export const paragraph = (max = 10_000) =>
  z
    .string()
    .max(max, `At most ${max} characters.`)
    // oxlint-disable-next-line no-control-regex
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

/** Why something cannot be done, as a person reads it: the sentence, what lifts it, its law. */
export const Why = z.object({
  sentence: z.string(),
  lift: z.string().nullable(),
  law: z.int().nullable(),
});
