import type { Sentence } from "@rubric/domain/errors";
import type { z } from "zod";

/** What the API would say of a text as it is typed; null where it takes it. */
export function textError(schema: z.ZodType<string>, text: string): string | null {
  return schema.safeParse(text).error?.issues[0]?.message ?? null;
}

/** A text of a form, and what it may be. */
interface FormText {
  of: string;
  text: string;
  schema: z.ZodType<string>;
}

/** The first text that the API would not take, and what it would say; null where it takes all. */
export function firstTextError(texts: readonly FormText[]): string | null {
  for (const { of, text, schema } of texts) {
    const error = textError(schema, text);
    if (error !== null) return `${of}: ${error}`;
  }
  return null;
}

/** The same as the reason of a button. */
export function unsavable(sentence: string): Sentence {
  const lift = "Until it is changed, it is kept in this browser alone.";
  return { sentence, lift, law: null, explanation: null };
}
