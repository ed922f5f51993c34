import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/**
 * What `bench/peers/bare.ts` is, as SHA-256. It was written before ours was made fast and stays as it
 * was: a change of it is a change of the target, to be made here and seen.
 */
export const FROZEN = "a905bebc7c3c8e116869fc19ba06989c9e2bdf035f1185345239126dc0c9cdc8";

/** @throws Error when the program that we measure ourselves by is another than was agreed upon. */
export function requireFrozen(): void {
  const text = readFileSync(new URL("bare.ts", import.meta.url));
  const found = createHash("sha256").update(text).digest("hex");
  if (found !== FROZEN)
    throw new Error(`bench/peers/bare.ts is not what it was: it is ${found} and was ${FROZEN}.`);
}
