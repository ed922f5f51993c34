import { type Given, prepared, type Reader } from "@rubric/db";
import { member, organizationSettings, regionPack, regionSize } from "@rubric/db/schema";
import { alias } from "drizzle-orm/pg-core";
import { and, asc, desc, eq, lte } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import type { Settings } from "../job/access.ts";
import { BUILT_IN } from "./built-in.ts";
import { PACKS } from "./pack-cache.ts";
import {
  ORGANIZATION_TRAITS,
  type OrganizationTrait,
  type RegionPack,
  type RegionSize,
} from "./schemas.ts";

type PackRow = typeof regionPack.$inferSelect;

const versionOn = prepared((db, of: Given<{ orgId: string; day: string }>) =>
  db
    .select({ id: regionPack.id, number: regionPack.number })
    .from(regionPack)
    .where(
      and(
        eq(regionPack.orgId, of.orgId),
        eq(regionPack.state, "approved"),
        lte(regionPack.effectiveFrom, of.day),
      ),
    )
    .orderBy(desc(regionPack.effectiveFrom), desc(regionPack.number))
    .limit(1),
);

/**
 * The pack in force on a day with its version's number; null: the built-in. An approved version
 * never changes, so its document is read and parsed once by a process that keeps it.
 */
export async function packOn(
  read: Reader,
  orgId: string,
  day: string,
): Promise<{ pack: RegionPack; number: number | null }> {
  const [row] = await versionOn(read, { orgId, day });
  if (row === undefined) return { pack: BUILT_IN, number: null };
  const { id, number } = row;
  return { pack: await PACKS.get(orgId, id, () => documentOf(read, orgId, id)), number };
}

async function documentOf(read: Reader, orgId: string, packId: string): Promise<object> {
  const [row] = await read
    .select({ document: regionPack.document })
    .from(regionPack)
    .where(and(eq(regionPack.orgId, orgId), eq(regionPack.id, packId)));
  return row?.document ?? refuse("NOT_FOUND", {});
}

/** The versions that were imported, newest first, with who wrote and who approved each. */
export async function packsOf(read: Reader, orgId: string) {
  const author = alias(member, "author");
  const approver = alias(member, "approver");
  return read
    .select({ pack: regionPack, author: author.name, approver: approver.name })
    .from(regionPack)
    .innerJoin(author, and(eq(author.orgId, regionPack.orgId), eq(author.id, regionPack.createdBy)))
    .leftJoin(
      approver,
      and(eq(approver.orgId, regionPack.orgId), eq(approver.id, regionPack.approvedBy)),
    )
    .where(eq(regionPack.orgId, orgId))
    .orderBy(desc(regionPack.number));
}

/** A version's row, locked; NOT_FOUND outside the organization. */
export async function lockPack(
  ctx: Pick<CommandCtx, "tx" | "org">,
  packId: string,
): Promise<PackRow> {
  const [row] = await ctx.tx
    .select()
    .from(regionPack)
    .where(and(eq(regionPack.orgId, ctx.org.id), eq(regionPack.id, packId)))
    .for("update");
  return row ?? refuse("NOT_FOUND", {});
}

const sizes = prepared((db, of: Given<{ orgId: string }>) =>
  db
    .select({ region: regionSize.region, employees: regionSize.employees })
    .from(regionSize)
    .where(eq(regionSize.orgId, of.orgId))
    .orderBy(asc(regionSize.region)),
);

/** How many the organization employs where. */
export async function sizesOf(read: Reader, orgId: string): Promise<RegionSize[]> {
  return sizes(read, { orgId });
}

/** What the organization says of itself, as far as this version knows it. */
export function traitsOf({ traits }: Pick<Settings, "traits">): OrganizationTrait[] {
  return ORGANIZATION_TRAITS.filter((one) => traits.includes(one));
}

/** Locks what an organization settled, so that of two who settle something one comes second. */
export async function lockSettings(ctx: Pick<CommandCtx, "tx" | "org">): Promise<void> {
  await ctx.tx
    .select({ orgId: organizationSettings.orgId })
    .from(organizationSettings)
    .where(eq(organizationSettings.orgId, ctx.org.id))
    .for("update");
}
