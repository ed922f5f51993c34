import { z } from "zod";
import { ratings } from "../../ui/ratings.ts";

/** What somebody who prepares keeps in their own browser, and nowhere else. */
export const Kept = z.object({
  marks: z.record(z.string(), z.enum(ratings)),
  weeks: z.number().int().min(4).max(26),
  hoursAWeek: z.number().int().min(1).max(20),
  goal: z.enum(["new_role", "promotion", "learning_path"]),
  technologies: z.array(z.string()),
  done: z.array(z.string()),
  without: z.array(z.string()),
  /** Ticked lines of the checklist, as `step line`. */
  ticks: z.array(z.string()),
  /** Whether a plan was asked for. */
  planned: z.boolean(),
  /** Competencies that feedback named. */
  named: z.array(z.string()),
});
export type Kept = z.infer<typeof Kept>;

export const EMPTY: Kept = {
  marks: {},
  weeks: 12,
  hoursAWeek: 4,
  goal: "new_role",
  technologies: [],
  done: [],
  without: [],
  ticks: [],
  planned: false,
  named: [],
};

/**
 * The keys of competencies in an address's fragment, `#gaps=caching,api-contracts`, that are there.
 * A fragment never leaves the browser, so no server and no log learns of it.
 */
export function namedIn(fragment: string, there: readonly string[]): string[] {
  const given = new URLSearchParams(fragment.replace(/^#/, "")).get("gaps") ?? "";
  const named = new Set(given.split(","));
  return there.filter((key) => named.has(key));
}

/** The same with these competencies named: each that has no mark yet begins as partly there. */
export function withNamed(kept: Kept, named: readonly string[]): Kept {
  if (named.length === 0) return kept;
  const begun = Object.fromEntries(named.map((key) => [key, "mixed" as const]));
  return { ...kept, named: [...named], marks: { ...begun, ...kept.marks } };
}

/** The list with an entry in it, or without it where it was. */
export function toggled(list: readonly string[], entry: string): string[] {
  return list.includes(entry) ? list.filter((one) => one !== entry) : [...list, entry];
}
