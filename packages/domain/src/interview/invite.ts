import { type application, job } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { regionsAsked } from "../region/asked.ts";
import { rangeDemanded } from "../region/select.ts";
import { discloseRange } from "./disclose-range.ts";
import { refuseIf } from "../errors.ts";
import { whyNotInvite } from "./rules.ts";

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
  if (found === undefined) return;
  const asked = await regionsAsked(ctx.tx, ctx.org.id, ctx.clock, found.locations);
  refuseIf(whyNotInvite({ known: knows, demanded: rangeDemanded(asked).length > 0 }));
}
