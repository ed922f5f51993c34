import type { Reader } from "@rubric/db";
import { dayIn, settingsOf } from "../job/access.ts";
import type { RegionsAsked } from "./rules.ts";

/**
 * What the rules of regions are asked about for an organization: its day, its size and the pack
 * that it has in force.
 */
export async function regionsAsked(
  read: Reader,
  orgId: string,
  clock: Date,
  regions: readonly string[],
): Promise<RegionsAsked> {
  const { timeZone } = await settingsOf(read, orgId);
  return { regions, day: dayIn(timeZone, clock), employees: () => null };
}
