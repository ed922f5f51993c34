import { z } from "zod";
import { Day, line, optionalLine } from "../wire.ts";

const Amount = z
  .int("The amount is a number.")
  .min(0, "The amount is not below nothing.")
  .max(1_000_000_000_000, "The amount is too large.");

/** What an offer pays beside the base; amounts of a year in minor units of its currency. */
export const PackageInput = {
  /** The target of the variable pay; for one in percent of the base, what that comes to. */
  variableMinor: Amount.default(0),
  /** The target in percent of the base, where it was agreed so. */
  variablePercent: z.int().min(1).max(500).nullable().default(null),
  equity: optionalLine(300).default(""),
  /** What the equity is worth in a year; null: no value was put on it. */
  equityMinor: Amount.nullable().default(null),
  /** Paid once. */
  signingMinor: Amount.default(0),
  benefits: z
    .array(z.strictObject({ name: line(200), valueMinor: Amount.nullable() }))
    .max(30, "At most 30 benefits.")
    .default([]),
};

export const CONDITION_KINDS = [
  "works_council",
  "background_check",
  "right_to_work",
  "other",
] as const;

export const GivenCondition = z.strictObject({
  kind: z.enum(CONDITION_KINDS),
  words: line(500),
  /** When a works council was asked already; without it `dueOn` counts from today. */
  askedOn: Day.nullable().default(null),
  /** Until when it may object, where that is earlier than the law's. */
  dueOn: Day.nullable().default(null),
});
export type GivenCondition = z.infer<typeof GivenCondition>;
