import { z } from "zod";
import { filledList } from "../yaml/text-fields.ts";

const Amount = z
  .int("must be a whole number of minor units.")
  .min(1, "must be more than nothing.")
  .max(1_000_000_000_000, "is too large.");
const Text = z.string().max(300, "has more than 300 characters.");

/** One band of a file: amounts of a year in minor units (cents) of its currency. */
const BandEntry = z.strictObject({
  level: Text.min(1, "must not be empty."),
  region: z
    .string()
    .regex(
      /^([A-Z]{2}(-[A-Z0-9]{1,3}(-[A-Z0-9]{3})?)?)?$/,
      "must be a code such as DE, US-CA or EU.",
    ),
  currency: z.string().regex(/^[A-Z]{3}$/, "must be three capital letters, as in EUR."),
  minMinor: Amount,
  midMinor: Amount,
  maxMinor: Amount,
  effectiveFrom: z.iso
    .date("must be a day such as 2027-01-31.")
    .regex(/^[12]\d{3}-/, "must lie in a year from 1000 to 2999."),
  example: Text.regex(/^\P{Cc}*$/u, "holds a line break or a control character.").default(""),
});
export type BandEntry = z.infer<typeof BandEntry>;

/** A file of pay bands. */
export const BandsDocument = z.strictObject({ bands: filledList(BandEntry) });
export type BandsDocument = z.infer<typeof BandsDocument>;

/** The columns of the same as CSV, in their order. */
export const BAND_COLUMNS = [
  "level",
  "region",
  "currency",
  "minMinor",
  "midMinor",
  "maxMinor",
  "effectiveFrom",
  "example",
] as const satisfies readonly (keyof BandEntry)[];
