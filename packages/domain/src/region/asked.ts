import type { Reader } from "@rubric/db";
import { dayIn, settingsOf } from "../job/access.ts";
import { employeesOf } from "./pack-rules.ts";
import { packOn, sizesOf } from "./packs.ts";
import type { RegionsAsked } from "./rules.ts";

/**
 * What the rules of regions are asked about for an organization: its day, its size and the pack
 * that it has in force, with the version's number (null: the built-in).
 */
export async function regionsAsked(
  read: Reader,
  orgId: string,
  clock: Date,
  regions: readonly string[],
): Promise<RegionsAsked & { packNumber: number | null }> {
  const { timeZone } = await settingsOf(read, orgId);
  const day = dayIn(timeZone, clock);
  const { sizes, traits } = await sizesOf(read, orgId);
  const { pack, number } = await packOn(read, orgId, day);
  return { regions, day, employees: employeesOf(sizes), traits, pack, packNumber: number };
}
