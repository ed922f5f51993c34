import { z } from "zod";
import { Explanation } from "./policy/explanation.ts";

/**
 * Why something cannot be done, as a person reads it: the sentence, what lifts it, its law, and, of
 * a rule that an organization sets by policy, which version says so and why.
 */
export const Why = z.object({
  sentence: z.string(),
  lift: z.string().nullable(),
  law: z.int().nullable(),
  explanation: Explanation.nullable(),
});
