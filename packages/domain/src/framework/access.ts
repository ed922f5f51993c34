import type { Reader } from "@rubric/db";
import { framework, frameworkVersion, member } from "@rubric/db/schema";
import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { toInstant } from "../wire.ts";
import type { FrameworkVersionView } from "./schemas.ts";

export type FrameworkRow = typeof framework.$inferSelect;
export type VersionRow = typeof frameworkVersion.$inferSelect;

/** A framework of the organization, or NOT_FOUND. */
export async function requireFramework(
  read: Reader,
  orgId: string,
  frameworkId: string,
): Promise<FrameworkRow> {
  const [row] = await read
    .select()
    .from(framework)
    .where(and(eq(framework.orgId, orgId), eq(framework.id, frameworkId)));
  return row ?? refuse("NOT_FOUND", {});
}

/** A version of the organization, or NOT_FOUND. */
export async function requireVersion(
  read: Reader,
  orgId: string,
  versionId: string,
): Promise<VersionRow> {
  const [row] = await read
    .select()
    .from(frameworkVersion)
    .where(and(eq(frameworkVersion.orgId, orgId), eq(frameworkVersion.id, versionId)));
  return row ?? refuse("NOT_FOUND", {});
}

/** The version's row, locked: nobody edits what is being published, nobody publishes what is edited. */
export async function lockVersion(
  ctx: Pick<CommandCtx, "tx" | "org">,
  versionId: string,
): Promise<VersionRow> {
  const [row] = await ctx.tx
    .select()
    .from(frameworkVersion)
    .where(and(eq(frameworkVersion.orgId, ctx.org.id), eq(frameworkVersion.id, versionId)))
    .for("update");
  return row ?? refuse("NOT_FOUND", {});
}

/** The framework's row, locked: its versions are numbered one after the other. */
export async function lockFramework(
  ctx: Pick<CommandCtx, "tx" | "org">,
  frameworkId: string,
): Promise<FrameworkRow> {
  const [row] = await ctx.tx
    .select()
    .from(framework)
    .where(and(eq(framework.orgId, ctx.org.id), eq(framework.id, frameworkId)))
    .for("update");
  return row ?? refuse("NOT_FOUND", {});
}

/** The versions of a framework, newest first. */
export async function versionsOf(
  read: Reader,
  orgId: string,
  frameworkId: string,
): Promise<z.infer<typeof FrameworkVersionView>[]> {
  const rows = await read
    .select({ version: frameworkVersion, createdBy: member.name })
    .from(frameworkVersion)
    .innerJoin(
      member,
      and(eq(member.orgId, frameworkVersion.orgId), eq(member.id, frameworkVersion.createdBy)),
    )
    .where(and(eq(frameworkVersion.orgId, orgId), eq(frameworkVersion.frameworkId, frameworkId)))
    .orderBy(desc(frameworkVersion.number));
  return rows.map(({ version, createdBy }) => versionView(version, createdBy));
}

/** A version as lists and heads show it. */
export function versionView(
  version: VersionRow,
  createdBy: string,
): z.infer<typeof FrameworkVersionView> {
  return {
    id: version.id,
    number: version.number,
    state: version.state,
    createdAt: toInstant(version.createdAt),
    createdBy,
    publishedAt: toInstant(version.publishedAt),
  };
}

/** The newest published version of a framework, or FRAMEWORK_NEVER_PUBLISHED. */
export async function newestPublished(
  read: Reader,
  orgId: string,
  frameworkId: string,
): Promise<VersionRow> {
  const [row] = await read
    .select()
    .from(frameworkVersion)
    .where(
      and(
        eq(frameworkVersion.orgId, orgId),
        eq(frameworkVersion.frameworkId, frameworkId),
        eq(frameworkVersion.state, "published"),
      ),
    )
    .orderBy(desc(frameworkVersion.number))
    .limit(1);
  return row ?? refuse("FRAMEWORK_NEVER_PUBLISHED", {});
}
