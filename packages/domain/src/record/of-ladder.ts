import type { Tx } from "@rubric/db";
import { framework, frameworkLevel, frameworkVersion, placement } from "@rubric/db/schema";
import { and, desc, eq } from "drizzle-orm";
import type { RecordSections } from "./document.ts";
import type { SectionCtx } from "./sections.ts";

/** Where a member was placed on the ladder, the newest first. */
export async function recordOfLadder(
  { read, org }: SectionCtx,
  memberId: string,
): Promise<RecordSections["ladder"]> {
  return read
    .select({
      framework: framework.name,
      version: frameworkVersion.number,
      level: frameworkLevel.name,
      from: placement.from,
      reason: placement.reason,
    })
    .from(placement)
    .innerJoin(
      frameworkLevel,
      and(eq(frameworkLevel.orgId, placement.orgId), eq(frameworkLevel.id, placement.levelId)),
    )
    .innerJoin(
      frameworkVersion,
      and(
        eq(frameworkVersion.orgId, placement.orgId),
        eq(frameworkVersion.id, placement.versionId),
      ),
    )
    .innerJoin(
      framework,
      and(
        eq(framework.orgId, frameworkVersion.orgId),
        eq(framework.id, frameworkVersion.frameworkId),
      ),
    )
    .where(and(eq(placement.orgId, org.id), eq(placement.memberId, memberId)))
    .orderBy(desc(placement.createdAt), desc(placement.id));
}

/** Erases where a member was placed. */
export async function eraseLadder(tx: Tx, orgId: string, memberId: string): Promise<void> {
  await tx
    .delete(placement)
    .where(and(eq(placement.orgId, orgId), eq(placement.memberId, memberId)));
}
