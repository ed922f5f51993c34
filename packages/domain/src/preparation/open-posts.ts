import { among, type Given, prepared } from "@rubric/db";
import { plan } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { type Posted, publicPosts } from "../candidate/posts.ts";
import type { ReadCtx } from "../context.ts";
import { preparationOpenRule } from "./open.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "clock" | "policy">;

/** A post that one may prepare for, with the plan that a new applicant enters. */
export type OpenPost = Posted & { plan: typeof plan.$inferSelect };

const currentPlans = prepared((db, of: Given<{ orgId: string; jobIds: readonly string[] }>) =>
  db
    .select()
    .from(plan)
    .where(and(eq(plan.orgId, of.orgId), eq(plan.state, "current"), among(plan.jobId, of.jobIds))),
);

/**
 * The posts that anybody may prepare for now, newest first; of one job where it is named: published,
 * of an open job that is not confidential, where the policy lets in each of the job's places.
 */
export async function openPosts(ctx: Ctx, jobSlug?: string): Promise<OpenPost[]> {
  const posts = (await publicPosts(ctx, jobSlug)).posts.filter((one) => mayPrepare(ctx, one));
  if (posts.length === 0) return [];
  const jobIds = posts.map((one) => one.job.id);
  const plans = await currentPlans(ctx.read, { orgId: ctx.org.id, jobIds });
  const byJob = new Map(plans.map((one) => [one.jobId, one]));
  return posts.flatMap((one) => {
    const current = byJob.get(one.job.id);
    return current === undefined ? [] : [{ ...one, plan: current }];
  });
}

/** Whether anybody may prepare for a public post that has a plan. */
export function mayPrepare(
  ctx: Pick<Ctx, "policy">,
  { job: { confidential, locations } }: Posted,
): boolean {
  return !confidential && isOpen(ctx, locations);
}

/** Each version of a policy that judges one of the places must let it. */
function isOpen(ctx: Pick<Ctx, "policy">, regions: readonly string[]): boolean {
  const places = regions.length === 0 ? [[]] : regions.map((region) => [region]);
  return places.every(
    (one) => ctx.policy.effects(preparationOpenRule, {}, { regions: one }).length > 0,
  );
}
