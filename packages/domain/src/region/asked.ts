import { type Reader, together } from "@rubric/db";
import { dayIn, type Settings, settingsOf } from "../job/access.ts";
import { employeesOf } from "./pack-rules.ts";
import { packOn, sizesOf, traitsOf } from "./packs.ts";
import type { RegionsAsked } from "./rules.ts";

/**
 * What the rules of regions are asked about for an organization: its day, its size and the pack
 * that it has in force, with the version's number (null: the built-in). `known`: the settings, where they were read already.
 */
export async function regionsAsked(
  read: Reader,
  orgId: string,
  clock: Date,
  regions: readonly string[],
  known?: Settings,
): Promise<RegionsAsked & { packNumber: number | null }> {
  const [settings, sizes] = await together([
    known ?? settingsOf(read, orgId),
    sizesOf(read, orgId),
  ]);
  const day = dayIn(settings.timeZone, clock);
  const traits = traitsOf(settings);
  const { pack, number } = await packOn(read, orgId, day);
  return { regions, day, employees: employeesOf(sizes), traits, pack, packNumber: number };
}
