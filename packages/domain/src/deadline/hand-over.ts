import { deadline } from "@rubric/db/schema";
import { and, eq, or } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { pairOf, whoMayHave } from "./people.ts";

/**
 * Gives the open deadlines of a job, or those that a member has or stands in for, to who may have
 * them now: asked whenever a team, somebody's roles or their account changed. Whoever may keep
 * theirs keeps it.
 */
export async function handOver(
  ctx: Pick<CommandCtx, "tx" | "read" | "org">,
  which: { jobId: string } | { memberId: string },
): Promise<void> {
  const rows = await ctx.tx
    .select()
    .from(deadline)
    .where(
      and(
        eq(deadline.orgId, ctx.org.id),
        eq(deadline.state, "open"),
        "jobId" in which
          ? eq(deadline.jobId, which.jobId)
          : or(eq(deadline.ownerId, which.memberId), eq(deadline.standInId, which.memberId)),
      ),
    )
    .orderBy(deadline.id);
  const known = new Map<string, readonly string[]>();
  for (const row of rows) {
    // Nobody else writes a scorecard; its author is excused, or somebody stands in for them.
    const ownerId = row.kind === "scorecard_owed" ? (row.ownerId ?? undefined) : undefined;
    const key = `${row.jobId} ${row.candidateId} ${ownerId}`;
    const people = known.get(key) ?? (await whoMayHave(ctx, { ...row, ownerId }));
    known.set(key, people);
    const next = pairOf(people, row);
    if (next.ownerId === row.ownerId && next.standInId === row.standInId) continue;
    await ctx.tx
      .update(deadline)
      .set(next)
      .where(and(eq(deadline.orgId, ctx.org.id), eq(deadline.id, row.id)));
  }
}
