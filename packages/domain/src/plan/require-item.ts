import { growthItem, growthPlanItem } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import type { ItemRow } from "./items.ts";

/** An item that a plan holds, or NOT_FOUND. */
export async function requireItem(
  { read, org }: Pick<ReadCtx, "read" | "org">,
  planId: string,
  itemId: string,
): Promise<ItemRow> {
  const [row] = await read
    .select({ item: growthItem })
    .from(growthPlanItem)
    .innerJoin(
      growthItem,
      and(eq(growthItem.orgId, growthPlanItem.orgId), eq(growthItem.id, growthPlanItem.itemId)),
    )
    .where(
      and(
        eq(growthPlanItem.orgId, org.id),
        eq(growthPlanItem.planId, planId),
        eq(growthPlanItem.itemId, itemId),
      ),
    );
  return row?.item ?? refuse("NOT_FOUND", {});
}
