import type { Rating } from "@rubric/db/schema";
import type { Reader } from "@rubric/db";
import { framework, frameworkLevel, frameworkVersion, placement, review } from "@rubric/db/schema";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { openRatings } from "../review/open-ratings.ts";
import type { Side } from "../review/rules.ts";

type Ctx = { read: Reader; org: { id: string } };

/** Where a member was placed last; null before the first time. */
export async function placementOf({ read, org }: Ctx, memberId: string) {
  const [row] = await read
    .select({
      row: placement,
      levelKey: frameworkLevel.key,
      levelName: frameworkLevel.name,
      frameworkId: frameworkVersion.frameworkId,
      number: frameworkVersion.number,
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
    .where(and(eq(placement.orgId, org.id), eq(placement.memberId, memberId)))
    .orderBy(desc(placement.createdAt), desc(placement.id))
    .limit(1);
  return row ?? null;
}

/** The name of the level on which each of these members was placed last; none of who never was. */
export async function levelNamesOf(
  { read, org }: Ctx,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await read
    .selectDistinctOn([placement.memberId], {
      memberId: placement.memberId,
      name: frameworkLevel.name,
    })
    .from(placement)
    .innerJoin(
      frameworkLevel,
      and(eq(frameworkLevel.orgId, placement.orgId), eq(frameworkLevel.id, placement.levelId)),
    )
    .where(and(eq(placement.orgId, org.id), inArray(placement.memberId, [...memberIds])))
    .orderBy(placement.memberId, desc(placement.createdAt), desc(placement.id));
  return new Map(rows.map(({ memberId, name }) => [memberId, name]));
}

/** The newest published version of a framework, or of the organization's oldest one; or null. */
export async function publishedVersion({ read, org }: Ctx, frameworkId: string | null) {
  const [row] = await read
    .select({
      id: framework.id,
      name: framework.name,
      versionId: frameworkVersion.id,
      number: frameworkVersion.number,
    })
    .from(frameworkVersion)
    .innerJoin(
      framework,
      and(
        eq(framework.orgId, frameworkVersion.orgId),
        eq(framework.id, frameworkVersion.frameworkId),
      ),
    )
    .where(
      and(
        eq(frameworkVersion.orgId, org.id),
        eq(frameworkVersion.state, "published"),
        ...(frameworkId === null ? [] : [eq(framework.id, frameworkId)]),
      ),
    )
    .orderBy(asc(framework.createdAt), asc(framework.id), desc(frameworkVersion.number))
    .limit(1);
  return row ?? null;
}

/** The framework and published version that a level belongs to; or null. */
export async function publishedLevel({ read, org }: Ctx, levelId: string) {
  const [row] = await read
    .select({
      id: framework.id,
      name: framework.name,
      versionId: frameworkVersion.id,
      number: frameworkVersion.number,
    })
    .from(frameworkLevel)
    .innerJoin(
      frameworkVersion,
      and(
        eq(frameworkVersion.orgId, frameworkLevel.orgId),
        eq(frameworkVersion.id, frameworkLevel.versionId),
      ),
    )
    .innerJoin(
      framework,
      and(
        eq(framework.orgId, frameworkVersion.orgId),
        eq(framework.id, frameworkVersion.frameworkId),
      ),
    )
    .where(
      and(
        eq(frameworkLevel.orgId, org.id),
        eq(frameworkLevel.id, levelId),
        eq(frameworkVersion.state, "published"),
      ),
    );
  return row ?? null;
}

/** The levels of a version in their order. */
export async function levelsOfVersion({ read, org }: Ctx, versionId: string) {
  return read
    .select({
      id: frameworkLevel.id,
      key: frameworkLevel.key,
      name: frameworkLevel.name,
      track: frameworkLevel.track,
      follows: frameworkLevel.follows,
      lateral: frameworkLevel.lateral,
    })
    .from(frameworkLevel)
    .where(and(eq(frameworkLevel.orgId, org.id), eq(frameworkLevel.versionId, versionId)))
    .orderBy(asc(frameworkLevel.position));
}

/** A member's reviews, the newest first, with what came in of each. */
export async function reviewsOf({ read, org }: Ctx, memberId: string) {
  const lines = await read
    .select({ line: review, levelName: frameworkLevel.name })
    .from(review)
    .innerJoin(
      frameworkLevel,
      and(eq(frameworkLevel.orgId, review.orgId), eq(frameworkLevel.id, review.levelId)),
    )
    .where(and(eq(review.orgId, org.id), eq(review.memberId, memberId)))
    .orderBy(desc(review.openedAt), desc(review.id));
  return lines.map(({ line, levelName }) => ({ ...line, levelName }));
}

export type RatingSaid = { rating: Rating | null; at: Date };

/** What each side said last of each competency at a level, by the competency's key. */
export function ratingsAt(
  all: Awaited<ReturnType<typeof openRatings>>,
  of: { frameworkId: string; levelKey: string },
): ReadonlyMap<string, { readonly [side in Side]?: RatingSaid }> {
  const said = new Map<string, { [side in Side]?: RatingSaid }>();
  for (const { side, at, competencyKey, rating, level, version } of all) {
    if (version.frameworkId !== of.frameworkId || level.key !== of.levelKey) continue;
    said.set(competencyKey, { ...said.get(competencyKey), [side]: { rating, at } });
  }
  return said;
}
