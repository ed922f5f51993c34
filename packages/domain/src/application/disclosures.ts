import { newId, type Reader } from "@rubric/db";
import { disclosure } from "@rubric/db/schema";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import type { RegionalRange } from "../region/pay-ranges.ts";

/** A range as it was shown to a candidate. */
export type ShownRange = RegionalRange & { how: "post" | "invitation"; at: Date };

/** Keeps which ranges were shown to a candidate: each in its currency, by its region (law 8). */
export async function disclose(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
  applicationId: string,
  how: ShownRange["how"],
  ranges: readonly RegionalRange[],
): Promise<void> {
  if (ranges.length === 0) return;
  await ctx.tx.insert(disclosure).values(
    ranges.map(({ minMinor, maxMinor, currency, region }) => ({
      orgId: ctx.org.id,
      id: newId(),
      applicationId,
      how,
      region,
      payMinMinor: minMinor,
      payMaxMinor: maxMinor,
      payCurrency: currency,
      at: ctx.clock,
    })),
  );
}

/**
 * The ranges last shown to each candidate before an offer, the post's own first, then by region.
 * What an offer showed them is its amount, which is read with the offer alone.
 */
export async function shownRanges(
  ctx: { read: Reader; org: { id: string } },
  applicationIds: readonly string[],
  how: readonly ShownRange["how"][] = ["post", "invitation"],
): Promise<ReadonlyMap<string, readonly ShownRange[]>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await ctx.read
    .select()
    .from(disclosure)
    .where(
      and(
        eq(disclosure.orgId, ctx.org.id),
        inArray(disclosure.applicationId, [...applicationIds]),
        inArray(disclosure.how, [...how]),
      ),
    )
    .orderBy(desc(disclosure.at), sql`${disclosure.region} nulls first`, desc(disclosure.id));
  const shown = new Map<string, ShownRange[]>();
  for (const row of rows) {
    const known = shown.get(row.applicationId) ?? [];
    const last = known[0]?.at ?? row.at;
    const again = known.some((one) => one.region === row.region);
    if (row.how === "offer" || last.getTime() !== row.at.getTime() || again) continue;
    const { payMinMinor: minMinor, payMaxMinor: maxMinor, payCurrency: currency } = row;
    const { region, at } = row;
    shown.set(row.applicationId, [
      ...known,
      { region, minMinor, maxMinor, currency, how: row.how, at },
    ]);
  }
  return shown;
}
