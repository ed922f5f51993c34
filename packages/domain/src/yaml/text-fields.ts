import { z } from "zod";

const UNPRINTABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;

/** Text of at least `min` characters, blanks around it aside, that Postgres and a screen can hold. */
export function textField(min: number) {
  const enough = new RegExp(`^.{${min},}$`, "su");
  return z
    .string()
    .refine((text) => !UNPRINTABLE.test(text), "holds a character that cannot be shown.")
    .refine(
      (text) => enough.test(text.trim()),
      min === 1 ? "must not be empty." : `must have at least ${min} characters.`,
    );
}

/** The same on a single line. */
export function lineField(min: number) {
  return textField(min).refine((text) => !/[\n\r]/.test(text), "must stand on one line.");
}

/** A list with at least one item. */
export function filledList<Item extends z.ZodType>(item: Item) {
  return z.array(item).min(1, "needs at least one item.");
}
