import { application, baselineNotice, job } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { baselineNoticeRule, statementOf } from "./notice-rule.ts";

type Ctx = Pick<CommandCtx, "tx" | "org" | "clock">;

/** Keeps what a candidate was told of a growth baseline, and when; nothing where nothing was said. */
export async function keepNotice(
  { tx, org, clock }: Ctx,
  applicationId: string,
  how: "post" | "notice",
  text: string | null,
): Promise<void> {
  if (text === null) return;
  await tx
    .insert(baselineNotice)
    .values({ orgId: org.id, applicationId, how, text, at: clock })
    .onConflictDoNothing();
}

/** What a notice about an application says of a growth baseline, by the policy of the job's places. */
export async function statementFor(
  ctx: Pick<CommandCtx, "tx" | "org" | "policy">,
  applicationId: string,
): Promise<string | null> {
  const [row] = await ctx.tx
    .select({ regions: job.locations })
    .from(application)
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .where(and(eq(application.orgId, ctx.org.id), eq(application.id, applicationId)));
  if (row === undefined) return null;
  return statementOf(ctx.policy.judge(baselineNoticeRule, {}, { regions: row.regions }));
}

/** Of a transfer: what the candidate was told holds for their new application too. */
export async function carryNotice({ tx, org }: Ctx, from: string, to: string): Promise<void> {
  const [told] = await tx
    .select()
    .from(baselineNotice)
    .where(and(eq(baselineNotice.orgId, org.id), eq(baselineNotice.applicationId, from)));
  if (told === undefined) return;
  await tx
    .insert(baselineNotice)
    .values({ ...told, applicationId: to })
    .onConflictDoNothing();
}
