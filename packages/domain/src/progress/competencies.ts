import type { Reader } from "@rubric/db";
import { competency, frameworkTheme } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { placementOf, publishedVersion } from "../ladder/access.ts";

/**
 * The competencies that a member's growth speaks of: those of the framework in which they were
 * placed, in its newest published version, in its order; of the organization's oldest framework
 * before they are placed.
 */
export async function competenciesFor(
  ctx: { read: Reader; org: { id: string } },
  memberId: string,
): Promise<{ key: string; name: string; theme: string }[]> {
  const placed = await placementOf(ctx, memberId);
  const version = await publishedVersion(ctx, placed?.frameworkId ?? null);
  if (version === null) return [];
  return ctx.read
    .select({ key: competency.key, name: competency.name, theme: frameworkTheme.name })
    .from(competency)
    .innerJoin(
      frameworkTheme,
      and(eq(frameworkTheme.orgId, competency.orgId), eq(frameworkTheme.id, competency.themeId)),
    )
    .where(and(eq(competency.orgId, ctx.org.id), eq(frameworkTheme.versionId, version.versionId)))
    .orderBy(asc(frameworkTheme.position), asc(competency.position));
}
