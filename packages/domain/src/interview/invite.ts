import { type application, job } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { regionsAsked } from "../region/asked.ts";
import { rangeDemanded } from "../region/select.ts";
import { discloseRange } from "./disclose-range.ts";
import { refuseIf } from "../errors.ts";
import { whyNotInvite } from "./rules.ts";

/** Law 8: an invitation carries the pay range of each place of the job that demands one. */
export async function invite(
  ctx: Pick<CommandCtx, "tx" | "read" | "org" | "clock">,
  to: typeof application.$inferSelect,
): Promise<void> {
  const [found] = await ctx.tx
    .select({ locations: job.locations })
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), eq(job.id, to.jobId)));
  if (found === undefined) return;
  const asked = await regionsAsked(ctx.tx, ctx.org.id, ctx.clock, found.locations);
  const demanded = new Set(rangeDemanded(asked).flatMap(({ regions }) => regions));
  const lacking = await discloseRange(ctx, to, [...demanded].toSorted());
  refuseIf(whyNotInvite(lacking));
}
