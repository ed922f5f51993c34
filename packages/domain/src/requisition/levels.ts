import { frameworkLevel, frameworkVersion } from "@rubric/db/schema";
import { and, desc, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";

/** Reads a level's name by the newest published version of its framework; its key where it has none. */
export async function levelNames(
  { read, org }: Pick<ReadCtx, "read" | "org">,
  frameworkIds: readonly string[],
): Promise<(frameworkId: string, levelKey: string) => string> {
  if (frameworkIds.length === 0) return (_, levelKey) => levelKey;
  const rows = await read
    .select({
      frameworkId: frameworkVersion.frameworkId,
      key: frameworkLevel.key,
      name: frameworkLevel.name,
    })
    .from(frameworkLevel)
    .innerJoin(
      frameworkVersion,
      and(
        eq(frameworkVersion.orgId, frameworkLevel.orgId),
        eq(frameworkVersion.id, frameworkLevel.versionId),
      ),
    )
    .where(
      and(
        eq(frameworkLevel.orgId, org.id),
        eq(frameworkVersion.state, "published"),
        inArray(frameworkVersion.frameworkId, [...new Set(frameworkIds)]),
      ),
    )
    .orderBy(desc(frameworkVersion.number));
  return (frameworkId, levelKey) =>
    rows.find((one) => one.frameworkId === frameworkId && one.key === levelKey)?.name ?? levelKey;
}
