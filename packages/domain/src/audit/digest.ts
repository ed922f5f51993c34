import { canonicalJson, sha256 } from "../execution/canonical.ts";

/** Digest of an entry's details under its salt; verifies them as long as they are not erased. */
export function detailDigest(salt: string, details: Record<string, unknown>): string {
  return sha256(`${salt}\n${canonicalJson(details)}`);
}
