import { z } from "zod";
import type { Manifest } from "../manifest.ts";

const DAY_MS = 86_400_000;

/** How long a release is supported, and how long a procedure must lie unused to be removed. */
export const Support = z.strictObject({
  /** Days after the next release came. */
  days: z.int().min(1),
  unusedDays: z.int().min(1),
});
export type Support = z.infer<typeof Support>;

/**
 * The releases whose clients must still be served: the newest, and each whose successor came at
 * most so many days ago, for until then the older one was the newest. Oldest first.
 */
export function supportedReleases(
  released: readonly Manifest[],
  { days }: Pick<Support, "days">,
  now: Date,
): Manifest[] {
  const ordered = released.toSorted((a, b) => (a.releasedAt < b.releasedAt ? -1 : 1));
  return ordered.filter((_, index) => {
    const successor = ordered[index + 1];
    return successor === undefined || age(successor, now) <= days * DAY_MS;
  });
}

function age({ releasedAt }: Manifest, now: Date): number {
  return now.getTime() - new Date(releasedAt).getTime();
}
