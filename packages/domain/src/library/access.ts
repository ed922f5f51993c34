import { newId, type Reader, type Tx } from "@rubric/db";
import { competency, framework, frameworkVersion, libraryVersion, member } from "@rubric/db/schema";
import { and, asc, desc, eq } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { levelsOfVersion, publishedVersion } from "../ladder/access.ts";
import type { Library } from "./document.ts";
import { frameOf } from "./frame.ts";

type Ctx = Pick<ReadCtx, "read" | "org">;

/** The newest version of a framework's library with who imported it; null where there is none. */
export async function libraryOf({ read, org }: Ctx, frameworkId: string) {
  const [row] = await read
    .select({ version: libraryVersion, importedBy: member.name })
    .from(libraryVersion)
    .innerJoin(
      member,
      and(eq(member.orgId, libraryVersion.orgId), eq(member.id, libraryVersion.importedBy)),
    )
    .where(and(eq(libraryVersion.orgId, org.id), eq(libraryVersion.frameworkId, frameworkId)))
    .orderBy(desc(libraryVersion.number))
    .limit(1);
  return row ?? null;
}

/** The frameworks that have a published version, the oldest first. */
export async function publishedFrameworks({ read, org }: Ctx) {
  return read
    .selectDistinct({ id: framework.id, name: framework.name, createdAt: framework.createdAt })
    .from(framework)
    .innerJoin(
      frameworkVersion,
      and(
        eq(frameworkVersion.orgId, framework.orgId),
        eq(frameworkVersion.frameworkId, framework.id),
        eq(frameworkVersion.state, "published"),
      ),
    )
    .where(eq(framework.orgId, org.id))
    .orderBy(asc(framework.createdAt), asc(framework.id));
}

/** The levels and competencies of a version by their keys, in its order. */
export async function keysOf(ctx: { read: Reader; org: { id: string } }, versionId: string) {
  const levels = await levelsOfVersion(ctx, versionId);
  const competencies = await ctx.read
    .select({ key: competency.key, name: competency.name })
    .from(competency)
    .where(and(eq(competency.orgId, ctx.org.id), eq(competency.versionId, versionId)))
    .orderBy(asc(competency.position));
  return { levels, competencies };
}

/** What a library of a framework is checked against; NOT_FOUND, or FRAMEWORK_NEVER_PUBLISHED. */
export async function requireFrame(ctx: Ctx, frameworkId: string) {
  const [found] = await ctx.read
    .select({ id: framework.id })
    .from(framework)
    .where(and(eq(framework.orgId, ctx.org.id), eq(framework.id, frameworkId)));
  if (found === undefined) return refuse("NOT_FOUND", {});
  const version = await publishedVersion(ctx, frameworkId);
  if (version === null) return refuse("FRAMEWORK_NEVER_PUBLISHED", {});
  return frameOf(await keysOf(ctx, version.versionId));
}

/** Writes a library as a version of its own; the one with the highest number holds. */
export async function writeLibrary(
  tx: Tx,
  of: { orgId: string; frameworkId: string; number: number; by: string; at: Date },
  { name, summary, items }: Library,
): Promise<string> {
  const id = newId();
  await tx.insert(libraryVersion).values({
    orgId: of.orgId,
    id,
    frameworkId: of.frameworkId,
    number: of.number,
    name,
    summary,
    items,
    importedBy: of.by,
    importedAt: of.at,
  });
  return id;
}
