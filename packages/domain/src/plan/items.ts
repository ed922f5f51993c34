import { newId, type Reader } from "@rubric/db";
import {
  growthItem,
  growthPlan,
  growthPlanItem,
  type LibraryEntry,
  libraryVersion,
} from "@rubric/db/schema";
import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import type { Chosen } from "./choose.ts";
import type { Planned, WhyChosen } from "./request.ts";

type Ctx = { read: Reader; org: { id: string } };
export type ItemRow = typeof growthItem.$inferSelect;

/** The items of a version of the library. */
export async function libraryItems(
  { read, org }: Ctx,
  versionId: string,
): Promise<readonly LibraryEntry[]> {
  const [row] = await read
    .select({ items: libraryVersion.items })
    .from(libraryVersion)
    .where(and(eq(libraryVersion.orgId, org.id), eq(libraryVersion.id, versionId)));
  return row?.items ?? refuse("NOT_FOUND", {});
}

/** All that a member ever worked on or was to, with whether a plan with it was agreed on. */
export async function itemsOfMember({ read, org }: Ctx, memberId: string) {
  const rows = await read
    .select()
    .from(growthItem)
    .where(and(eq(growthItem.orgId, org.id), eq(growthItem.memberId, memberId)));
  const agreed = await read
    .selectDistinct({ itemId: growthPlanItem.itemId })
    .from(growthPlanItem)
    .innerJoin(
      growthPlan,
      and(eq(growthPlan.orgId, growthPlanItem.orgId), eq(growthPlan.id, growthPlanItem.planId)),
    )
    .where(
      and(
        eq(growthPlanItem.orgId, org.id),
        eq(growthPlan.memberId, memberId),
        isNotNull(growthPlan.agreedAt),
      ),
    );
  const settled = new Set(agreed.map(({ itemId }) => itemId));
  return rows.map((row) => ({ ...row, settled: settled.has(row.id) }));
}

/**
 * What a member's plan is chosen from: the library, with what was agreed on as it stood then, and of
 * the member's own items those that are wanted.
 */
export function choicesOf(
  library: readonly LibraryEntry[],
  items: readonly (ItemRow & { settled: boolean })[],
  wanted: readonly string[],
): LibraryEntry[] {
  const agreed = new Map(
    items.filter(({ own, settled }) => settled && !own).map((row) => [row.key, entryOf(row)]),
  );
  const own = items.filter((row) => row.own && wanted.includes(row.key)).map(entryOf);
  const known = new Set(library.map(({ id }) => id));
  const gone = [...agreed.values()].filter(({ id }) => !known.has(id) && wanted.includes(id));
  const now = library.map((entry) => ({ ...entry, ...agreed.get(entry.id), goals: entry.goals }));
  return [...now, ...gone, ...own];
}

function entryOf(row: ItemRow): LibraryEntry {
  const { key, kind, competency, level, title, summary, hours } = row;
  const { technologies, requires, evidence, preparation } = row;
  const words = { title, summary, evidence };
  const of = { competency, level, technologies, requires, preparation, goals: [] };
  return { id: key, kind, ...words, hours, ...of };
}

/** The items of a plan in their order, each with the member's row of it. */
export async function placedItems({ read, org }: Ctx, planId: string) {
  return read
    .select({ place: growthPlanItem, item: growthItem })
    .from(growthPlanItem)
    .innerJoin(
      growthItem,
      and(eq(growthItem.orgId, growthPlanItem.orgId), eq(growthItem.id, growthPlanItem.itemId)),
    )
    .where(and(eq(growthPlanItem.orgId, org.id), eq(growthPlanItem.planId, planId)))
    .orderBy(asc(growthPlanItem.position));
}
export type PlacedItem = Awaited<ReturnType<typeof placedItems>>[number];

/** Why an item stands in a plan, as its row has it. */
export function reasonOf({ because, missing, requiredBy }: PlacedItem["place"]): WhyChosen {
  if (because === "gap" && missing !== null) return { because, ...missing };
  if (because === "required" && requiredBy !== null) return { because, by: requiredBy };
  return { because: "kept" };
}

/** A plan's items as the engine has them, by the words that their rows keep. */
export function chosenOf(placed: readonly PlacedItem[]): (Chosen & { item: LibraryEntry })[] {
  return placed.map(({ place, item }) => ({ item: entryOf(item), why: reasonOf(place) }));
}

/** Writes a plan's items anew; a member's row of an item stays the same one in every plan. */
export async function writeItems(
  ctx: CommandCtx,
  of: { planId: string; memberId: string; ownKeys: readonly string[] },
  planned: readonly Planned[],
  choices: readonly LibraryEntry[],
): Promise<void> {
  const orgId = ctx.org.id;
  await ctx.tx
    .delete(growthPlanItem)
    .where(and(eq(growthPlanItem.orgId, orgId), eq(growthPlanItem.planId, of.planId)));
  const entries = new Map(choices.map((entry) => [entry.id, entry]));
  const rows = planned.flatMap(({ id }) => {
    const entry = entries.get(id);
    if (entry === undefined) return [];
    const { id: key, goals: _goals, ...words } = entry;
    const own = of.ownKeys.includes(key);
    return [{ orgId, id: newId(), memberId: of.memberId, key, own, ...words, shown: "" }];
  });
  if (rows.length === 0) return;
  const excluded = (column: string) => sql.raw(`excluded.${column}`);
  // What was agreed on comes in as it stood, so that writing it again changes nothing.
  await ctx.tx
    .insert(growthItem)
    .values(rows)
    .onConflictDoUpdate({
      target: [growthItem.orgId, growthItem.memberId, growthItem.key],
      set: {
        kind: excluded("kind"),
        competency: excluded("competency"),
        level: excluded("level"),
        title: excluded("title"),
        summary: excluded("summary"),
        hours: excluded("hours"),
        technologies: excluded("technologies"),
        requires: excluded("requires"),
        evidence: excluded("evidence"),
        preparation: excluded("preparation"),
      },
    });
  const ids = await ctx.tx
    .select({ id: growthItem.id, key: growthItem.key })
    .from(growthItem)
    .where(
      and(
        eq(growthItem.orgId, orgId),
        eq(growthItem.memberId, of.memberId),
        inArray(
          growthItem.key,
          rows.map(({ key }) => key),
        ),
      ),
    );
  const idOf = new Map(ids.map(({ id, key }) => [key, id]));
  await ctx.tx.insert(growthPlanItem).values(
    planned.flatMap(({ id, portions, why }, position) => {
      const itemId = idOf.get(id);
      if (itemId === undefined) return [];
      return [
        {
          orgId,
          planId: of.planId,
          itemId,
          position,
          portions: [...portions],
          because: why.because,
          missing: why.because === "gap" ? { left: why.left, nth: why.nth } : null,
          requiredBy: why.because === "required" ? why.by : null,
        },
      ];
    }),
  );
}
