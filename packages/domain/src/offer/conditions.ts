import { newId } from "@rubric/db";
import { offerCondition } from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { regionsAsked } from "../region/asked.ts";
import { conditionsFor } from "../region/select.ts";
import { joined, type RegionCondition } from "./condition-rules.ts";
import type { GivenCondition } from "./package-schemas.ts";

export type ConditionRow = typeof offerCondition.$inferSelect;

/** The conditions of each offer, in their order. */
export async function conditionsOf(
  ctx: Pick<ReadCtx, "read" | "org">,
  offerIds: readonly string[],
): Promise<ReadonlyMap<string, ConditionRow[]>> {
  const found = new Map<string, ConditionRow[]>(offerIds.map((id) => [id, []]));
  if (offerIds.length === 0) return found;
  const rows = await ctx.read
    .select()
    .from(offerCondition)
    .where(
      and(eq(offerCondition.orgId, ctx.org.id), inArray(offerCondition.offerId, [...offerIds])),
    )
    .orderBy(asc(offerCondition.position));
  for (const row of rows) found.get(row.offerId)?.push(row);
  return found;
}

const WORDS = {
  works_council: "The works council consents to the hire.",
  background_check: "A background check.",
} as const;

/** What the regions of a job say of conditions, today. */
async function regionConditions(
  ctx: Pick<ReadCtx, "read" | "org" | "clock">,
  locations: readonly string[],
): Promise<RegionCondition[]> {
  const asked = await regionsAsked(ctx.read, ctx.org.id, ctx.clock, locations);
  return conditionsFor(asked).map(({ condition, applied }) => ({
    kind: condition,
    words: WORDS[condition],
    region: applied.rule.region,
  }));
}

/** Writes the conditions of a draft anew: what the regions demand, and what its author adds. */
export async function writeConditions(
  ctx: CommandCtx,
  offerId: string,
  locations: readonly string[],
  given: readonly GivenCondition[],
): Promise<void> {
  await ctx.tx
    .delete(offerCondition)
    .where(and(eq(offerCondition.orgId, ctx.org.id), eq(offerCondition.offerId, offerId)));
  const rows = joined(await regionConditions(ctx, locations), given);
  if (rows.length === 0) return;
  await ctx.tx.insert(offerCondition).values(
    rows.map((row, position) => ({
      orgId: ctx.org.id,
      id: newId(),
      offerId,
      position,
      ...row,
      state: "open" as const,
      reason: "",
    })),
  );
}
