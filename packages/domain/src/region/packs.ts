import type { Reader } from "@rubric/db";
import { member, organizationSettings, regionPack, regionSize } from "@rubric/db/schema";
import { alias } from "drizzle-orm/pg-core";
import { and, asc, desc, eq, lte } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { BUILT_IN } from "./built-in.ts";
import {
  ORGANIZATION_TRAITS,
  type OrganizationTrait,
  RegionPack,
  type RegionSize,
} from "./schemas.ts";

type PackRow = typeof regionPack.$inferSelect;

/** The pack in force on a day with its version's number; null: the built-in. */
export async function packOn(
  read: Reader,
  orgId: string,
  day: string,
): Promise<{ pack: RegionPack; number: number | null }> {
  const [row] = await read
    .select({ number: regionPack.number, document: regionPack.document })
    .from(regionPack)
    .where(
      and(
        eq(regionPack.orgId, orgId),
        eq(regionPack.state, "approved"),
        lte(regionPack.effectiveFrom, day),
      ),
    )
    .orderBy(desc(regionPack.effectiveFrom), desc(regionPack.number))
    .limit(1);
  if (row === undefined) return { pack: BUILT_IN, number: null };
  return { pack: RegionPack.parse(row.document), number: row.number };
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

/** How many the organization employs where, and what it says of itself. */
export async function sizesOf(
  read: Reader,
  orgId: string,
): Promise<{ sizes: RegionSize[]; traits: OrganizationTrait[] }> {
  const sizes = await read
    .select({ region: regionSize.region, employees: regionSize.employees })
    .from(regionSize)
    .where(eq(regionSize.orgId, orgId))
    .orderBy(asc(regionSize.region));
  const [settings] = await read
    .select({ traits: organizationSettings.traits })
    .from(organizationSettings)
    .where(eq(organizationSettings.orgId, orgId));
  const said = settings?.traits ?? [];
  return { sizes, traits: ORGANIZATION_TRAITS.filter((one) => said.includes(one)) };
}

/** Locks what an organization settled, so that of two who settle something one comes second. */
export async function lockSettings(ctx: Pick<CommandCtx, "tx" | "org">): Promise<void> {
  await ctx.tx
    .select({ orgId: organizationSettings.orgId })
    .from(organizationSettings)
    .where(eq(organizationSettings.orgId, ctx.org.id))
    .for("update");
}
