import { member, memberAbsence } from "@rubric/db/schema";
import { and, eq, gt, inArray, lte, notExists, sql } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import type { DeadlineRow } from "./access.ts";
import { keptAway, whoMayHave } from "./people.ts";
import { blindOnWhom } from "./visible.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "clock">;

/**
 * Who may be reminded of a deadline, the first of them first: whoever is asked for, then whoever
 * may have it. Active, not away, not kept from the candidate by law 7, and not blind on them
 * (law 1), save for a scorecard of their own.
 */
export async function mayBeTold(
  ctx: Ctx,
  row: DeadlineRow,
  first: readonly (string | null)[],
): Promise<string[]> {
  const { jobId, candidateId } = row;
  const fit = await whoMayHave(ctx, { jobId, candidateId });
  const kept = await keptAway(ctx, row);
  const asked = [...new Set([...first.filter((id) => id !== null), ...fit])];
  const here = await presentOf(ctx, asked);
  const people: string[] = [];
  for (const id of asked) {
    if (!here.has(id) || kept.has(id)) continue;
    const own = row.kind === "scorecard_owed" && row.ownerId === id;
    if (!own && row.candidateId !== null) {
      if ((await blindOnWhom(ctx, id)).includes(row.candidateId)) continue;
    }
    people.push(id);
  }
  return people;
}

async function presentOf(ctx: Ctx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const gone = ctx.read
    .select({ one: sql`1` })
    .from(memberAbsence)
    .where(
      and(
        eq(memberAbsence.orgId, member.orgId),
        eq(memberAbsence.memberId, member.id),
        lte(memberAbsence.from, ctx.clock),
        gt(memberAbsence.until, ctx.clock),
      ),
    );
  const rows = await ctx.read
    .select({ id: member.id })
    .from(member)
    .where(
      and(
        eq(member.orgId, ctx.org.id),
        eq(member.state, "active"),
        inArray(member.id, [...ids]),
        notExists(gone),
      ),
    );
  return new Set(rows.map((row) => row.id));
}
