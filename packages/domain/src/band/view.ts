import { member } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { mayOf, whyNotAllowed } from "../may.ts";
import { toInstant } from "../wire.ts";
import { bandsOf, dayOf, frameworksOf, levelsOf } from "./access.ts";
import { inForce, seamsOf, whyNotApproveBand, whyNotDiscardBand } from "./rules.ts";
import type { BandListView } from "./schemas.ts";

/** The bands of one framework with its levels; null: of the first that there is. */
export async function bandListView(
  ctx: Pick<ReadCtx, "read" | "org" | "actor" | "duties" | "clock">,
  wanted: string | null,
): Promise<BandListView> {
  const frameworks = await frameworksOf(ctx);
  const frameworkId = wanted ?? frameworks[0]?.id ?? null;
  if (wanted !== null && !frameworks.some((one) => one.id === wanted)) refuse("NOT_FOUND", {});
  const today = dayOf(ctx.clock);
  const levels = frameworkId === null ? [] : await levelsOf(ctx, frameworkId);
  const rows = frameworkId === null ? [] : await bandsOf(ctx, frameworkId);
  const members = await ctx.read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(eq(member.orgId, ctx.org.id));
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const actorId = ctx.actor.kind === "member" ? ctx.actor.memberId : null;
  const position = new Map(levels.map(({ key }, index) => [key, index]));
  const keys = levels.map((one) => one.key);
  const regions = [...new Set(rows.map((one) => one.region))];
  return {
    frameworks,
    frameworkId,
    levels,
    today,
    bands: rows
      .toSorted((a, b) => (position.get(a.levelKey) ?? 99) - (position.get(b.levelKey) ?? 99))
      .map((row) => ({
        id: row.id,
        levelKey: row.levelKey,
        region: row.region,
        number: row.number,
        state: row.state,
        currency: row.currency,
        minMinor: row.minMinor,
        midMinor: row.midMinor,
        maxMinor: row.maxMinor,
        effectiveFrom: row.effectiveFrom,
        ends: row.ends,
        reason: row.reason,
        example: row.example,
        author: names.get(row.authorId) ?? "",
        createdAt: toInstant(row.createdAt),
        approvedBy: row.approvedBy === null ? null : (names.get(row.approvedBy) ?? ""),
        approvedAt: toInstant(row.approvedAt),
        inForce: inForce(rows, row.levelKey, row.region, today)?.id === row.id,
        may: {
          approve: mayOf(
            whyNotAllowed("band.approve", ctx.duties),
            whyNotApproveBand(row, actorId, today),
          ),
          discard: mayOf(whyNotAllowed("band.discard", ctx.duties), whyNotDiscardBand(row)),
        },
      })),
    seams: regions.flatMap((region) => seamsOf(rows, keys, region, today)),
    missing: regions.flatMap((region) =>
      keys
        .filter((levelKey) => inForce(rows, levelKey, region, today) === null)
        .map((levelKey) => ({ region, levelKey })),
    ),
    may: {
      draft: mayOf(whyNotAllowed("band.draft", ctx.duties)),
      import: mayOf(whyNotAllowed("band.import", ctx.duties)),
    },
  };
}
