import { type application, job } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { discloseRange } from "./disclose-range.ts";
import { demandsRange } from "./range-regions.ts";

/** Law 8: an invitation carries the pay range where a place of the job demands one. */
export async function invite(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
  to: typeof application.$inferSelect,
): Promise<void> {
  const knows = await discloseRange(ctx, to);
  if (knows) return;
  const [found] = await ctx.tx
    .select({ locations: job.locations })
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), eq(job.id, to.jobId)));
  if (found !== undefined && demandsRange(found.locations, ctx.clock)) {
    refuse("INVITATION_NEEDS_RANGE", {});
  }
}
