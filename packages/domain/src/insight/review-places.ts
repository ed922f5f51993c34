import { application, job, member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { reviewInsightRule } from "./reviews-rule.ts";

/** From how many people on reviews are compared at a job of these places; null: not in each of them. */
export function leastReviewed(
  { policy }: Pick<ReadCtx, "policy">,
  locations: readonly string[],
): number | null {
  const asked = locations.map(
    (region) => policy.effects(reviewInsightRule, {}, { regions: [region] })[0],
  );
  const on = asked.flatMap((effect) => (effect === undefined ? [] : [effect.facts.people]));
  return on.length > 0 && on.length === asked.length ? Math.max(...on) : null;
}

/**
 * The places of the jobs that hired members, of which a policy lets reviews be compared, with the
 * smallest number of people that is shown there. Reads nothing of any review.
 */
export async function reviewPlaces(
  ctx: Pick<ReadCtx, "read" | "org" | "policy">,
): Promise<number[]> {
  const rows = await ctx.read
    .selectDistinct({ locations: job.locations })
    .from(member)
    .innerJoin(
      application,
      and(eq(application.orgId, member.orgId), eq(application.candidateId, member.candidateId)),
    )
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .where(and(eq(member.orgId, ctx.org.id), eq(application.state, "hired")));
  return rows.flatMap((row) => leastReviewed(ctx, row.locations) ?? []);
}
