import type { z } from "zod";

/** What the API would say of a text as it is typed; null where it takes it. */
export function textError(schema: z.ZodType<string>, text: string): string | null {
  return schema.safeParse(text).error?.issues[0]?.message ?? null;
}
