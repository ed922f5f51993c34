import type { Reader } from "@rubric/db";
import type { Deps } from "./deps.ts";
import { open } from "./opening.ts";

/**
 * Begins a transaction of an organization in which nobody calls: sets it for row-level security, and
 * reads the transaction's clock and the epoch of the organization's policies.
 */
export async function begin(
  read: Reader,
  orgId: string,
  deps: Pick<Deps, "now">,
): Promise<{ clock: Date; epoch: number }> {
  return open(read, { org: { id: orgId } }, deps, { on: "org", subjectId: null });
}
