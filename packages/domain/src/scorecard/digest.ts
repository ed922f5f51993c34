import { canonicalJson, sha256 } from "../execution/canonical.ts";
import type { ScorecardContent } from "./schemas.ts";

/**
 * What the audit entry keeps of a scorecard's words: enough to prove which were submitted, and
 * nothing that would outlive a strike or an erasure.
 */
export function contentDigest(content: ScorecardContent): string {
  return sha256(canonicalJson(content));
}
