import type { Reader } from "@rubric/db";
import { framework, frameworkLevel, frameworkVersion, payBand } from "@rubric/db/schema";
import { and, asc, desc, eq, ne } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { bandFor } from "./rules.ts";

export type BandRow = typeof payBand.$inferSelect;
type Ctx = { read: Reader; org: { id: string } };

/** The levels of a framework's newest published version, the most junior first. */
export async function levelsOf(
  ctx: Ctx,
  frameworkId: string,
): Promise<{ key: string; name: string }[]> {
  const [version] = await ctx.read
    .select({ id: frameworkVersion.id })
    .from(frameworkVersion)
    .where(
      and(
        eq(frameworkVersion.orgId, ctx.org.id),
        eq(frameworkVersion.frameworkId, frameworkId),
        eq(frameworkVersion.state, "published"),
      ),
    )
    .orderBy(desc(frameworkVersion.number))
    .limit(1);
  if (version === undefined) return [];
  return ctx.read
    .select({ key: frameworkLevel.key, name: frameworkLevel.name })
    .from(frameworkLevel)
    .where(and(eq(frameworkLevel.orgId, ctx.org.id), eq(frameworkLevel.versionId, version.id)))
    .orderBy(asc(frameworkLevel.position));
}

/** The organization's frameworks by name. */
export async function frameworksOf(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  return ctx.read
    .select({ id: framework.id, name: framework.name })
    .from(framework)
    .where(eq(framework.orgId, ctx.org.id))
    .orderBy(asc(framework.createdAt), asc(framework.id));
}

/** Every version of a framework's bands that was not discarded, the newest first. */
export async function bandsOf(ctx: Ctx, frameworkId: string): Promise<BandRow[]> {
  return ctx.read
    .select()
    .from(payBand)
    .where(
      and(
        eq(payBand.orgId, ctx.org.id),
        eq(payBand.frameworkId, frameworkId),
        ne(payBand.state, "discarded"),
      ),
    )
    .orderBy(asc(payBand.region), asc(payBand.levelKey), desc(payBand.number));
}

/** The band of a level for work in these places on a day; null where there is none. */
export async function bandInForce(
  ctx: Ctx,
  of: { frameworkId: string; levelKey: string; regions: readonly string[]; day: string },
): Promise<BandRow | null> {
  return bandFor(await bandsOf(ctx, of.frameworkId), of.levelKey, of.regions, of.day);
}

/** A version of a band, locked; NOT_FOUND outside the organization. */
export async function lockBand(
  ctx: Pick<CommandCtx, "tx" | "org">,
  bandId: string,
): Promise<BandRow> {
  const [row] = await ctx.tx
    .select()
    .from(payBand)
    .where(and(eq(payBand.orgId, ctx.org.id), eq(payBand.id, bandId)))
    .for("update");
  return row ?? refuse("NOT_FOUND", {});
}

/** The calendar day of an instant, in UTC. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
