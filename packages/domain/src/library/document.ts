import { z } from "zod";
import { GOALS } from "../plan/request.ts";
import { filledList, lineField, textField } from "../yaml/text-fields.ts";

export const LIBRARY_ITEM_KINDS = ["reading", "practice", "project", "pairing"] as const;

const slugField = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words and digits joined by hyphens.")
  .max(80, "must have at most 80 characters.");

/**
 * One thing to do in order to grow. It leads towards the anchor of `competency`, the key of a
 * framework's competency, at `level`, the key of one of its levels. `hours` are whole hours of
 * effort without those of the items that it `requires`. It suits whoever specialises in one of
 * `technologies`, or anybody if there are none; `preparation` says that it also prepares for an
 * interview. It is put into plans for its `goals` only, or into any if there are none.
 */
const LibraryItemEntry = z.strictObject({
  id: slugField,
  kind: z.enum(LIBRARY_ITEM_KINDS),
  competency: lineField(1),
  level: lineField(2),
  title: lineField(2),
  summary: textField(10),
  hours: z
    .number()
    .multipleOf(1, "must be a whole number.")
    .min(1, "must be from 1 to 60.")
    .max(60, "must be from 1 to 60."),
  technologies: z.array(slugField).max(20, "must have at most 20."),
  requires: z.array(slugField).max(20, "must have at most 20."),
  evidence: textField(10),
  preparation: z.boolean(),
  goals: z.array(z.enum(GOALS)).max(GOALS.length).default([]),
});
export type LibraryItem = z.infer<typeof LibraryItemEntry>;

/** So many that the longest chain of requirements is followed within a second for a plan. */
const MOST_ITEMS = 1000;

/** A growth library's file; its items keep their order. */
export const LibraryDocument = z.strictObject({
  name: lineField(2),
  summary: textField(0),
  items: filledList(LibraryItemEntry).max(MOST_ITEMS, `must have at most ${MOST_ITEMS} items.`),
});
export type Library = z.infer<typeof LibraryDocument>;
