import { among, type Given, newId, prepared, type Reader } from "@rubric/db";
import { disclosure } from "@rubric/db/schema";
import { and, desc, eq, sql } from "drizzle-orm";
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

type Asked = {
  orgId: string;
  applicationIds: readonly string[];
  how: readonly ShownRange["how"][];
};

const newestFirst = prepared((db, of: Given<Asked>) =>
  db
    .select()
    .from(disclosure)
    .where(
      and(
        eq(disclosure.orgId, of.orgId),
        among(disclosure.applicationId, of.applicationIds),
        among(disclosure.how, of.how),
      ),
    )
    .orderBy(desc(disclosure.at), sql`${disclosure.region} nulls first`, desc(disclosure.id)),
);

/**
 * The ranges last shown to each candidate before an offer, the post's own first, then by region.
 * What an offer showed them is its amount, which is read with the offer alone.
 */
export async function shownRanges(
  { read, org }: { read: Reader; org: { id: string } },
  applicationIds: readonly string[],
  how: readonly ShownRange["how"][] = ["post", "invitation"],
): Promise<ReadonlyMap<string, readonly ShownRange[]>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await newestFirst(read, { orgId: org.id, applicationIds, how });
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
