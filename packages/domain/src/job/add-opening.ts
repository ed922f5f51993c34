import { newId } from "@rubric/db";
import { opening } from "@rubric/db/schema";
import { and, eq, max } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { lockJob } from "./access.ts";
import type { JobInput, JobView } from "./schemas.ts";
import { jobView } from "./show.ts";

/** Adds an open seat to a job. */
export async function addOpening(
  ctx: CommandCtx,
  input: z.infer<typeof JobInput>,
): Promise<JobView> {
  const { id: jobId } = await lockJob(ctx, input.jobId);
  const orgId = ctx.org.id;
  const [last] = await ctx.tx
    .select({ number: max(opening.number) })
    .from(opening)
    .where(and(eq(opening.orgId, orgId), eq(opening.jobId, jobId)));
  const id = newId();
  const number = (last?.number ?? 0) + 1;
  await ctx.tx
    .insert(opening)
    .values({ orgId, id, jobId, number, state: "open", createdAt: ctx.clock });
  ctx.audit({ subject: { kind: "opening", id }, after: { jobId, number, state: "open" } });
  return jobView(ctx, jobId);
}
