import { newId } from "@rubric/db";
import { offerCondition } from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { startOfDay } from "../deadline/due.ts";
import { settingsOf } from "../job/access.ts";
import { regionsAsked } from "../region/asked.ts";
import type { RegionsAsked } from "../region/rules.ts";
import { answerDuties, conditionsFor } from "../region/select.ts";
import { joined, objectsUntil, type RegionCondition } from "./condition-rules.ts";
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

/** What the regions of a job say of conditions. */
function regionConditions(asked: RegionsAsked): RegionCondition[] {
  return conditionsFor(asked).map(({ condition, applied }) => ({
    kind: condition,
    words: WORDS[condition],
    region: applied.rule.region,
  }));
}

/** Until when a works council of these places may object that was asked on a day; null: nothing says. */
export async function councilDueOn(
  ctx: Pick<ReadCtx, "read" | "org">,
  locations: readonly string[],
  { askedOn, dueOn }: { askedOn: string; dueOn: string | null },
): Promise<string | null> {
  const { timeZone } = await settingsOf(ctx.read, ctx.org.id);
  const since = startOfDay(askedOn, timeZone);
  const asked = await regionsAsked(ctx.read, ctx.org.id, since, locations);
  const periods = answerDuties(asked, "works_council_asked").map(({ duty }) => duty.within);
  return objectsUntil(askedOn, periods, dueOn);
}

/**
 * Writes the conditions of a draft anew: what the regions demand, and what its author adds. What
 * became of the works council's consent stays, unless its author says when it was asked.
 */
export async function writeConditions(
  ctx: CommandCtx,
  offerId: string,
  locations: readonly string[],
  given: readonly GivenCondition[],
): Promise<void> {
  const before = await ctx.tx
    .delete(offerCondition)
    .where(and(eq(offerCondition.orgId, ctx.org.id), eq(offerCondition.offerId, offerId)))
    .returning();
  const asked = await regionsAsked(ctx.read, ctx.org.id, ctx.clock, locations);
  const rows = joined(regionConditions(asked), given);
  const known = before.find((one) => one.kind === "works_council");
  const values: (typeof offerCondition.$inferInsert)[] = [];
  for (const [position, row] of rows.entries()) {
    const at = { orgId: ctx.org.id, offerId, position };
    const fresh = { ...row, ...at, id: newId(), state: "open" as const, reason: "" };
    if (row.kind !== "works_council") values.push(fresh);
    else if (known !== undefined && saysNoOther(row, known)) {
      values.push({ ...known, ...row, ...at, ...outcomeOf(known) });
    } else if (row.askedOn === null && row.dueOn === null) values.push(fresh);
    else {
      const askedOn = row.askedOn ?? asked.day;
      values.push({
        ...fresh,
        askedOn,
        dueOn: await councilDueOn(ctx, locations, { askedOn, dueOn: row.dueOn }),
      });
    }
  }
  if (values.length > 0) await ctx.tx.insert(offerCondition).values(values);
}

type Asked = Pick<ConditionRow, "askedOn" | "dueOn">;

/** Whether what an author says of when the council was asked is what is known already. */
function saysNoOther(given: Asked, known: Asked): boolean {
  const asked = given.askedOn === null || given.askedOn === known.askedOn;
  return asked && (given.dueOn === null || given.dueOn === known.dueOn);
}

function outcomeOf({ askedOn, dueOn, state, reason, settledBy, settledAt }: ConditionRow) {
  return { askedOn, dueOn, state, reason, settledBy, settledAt };
}
