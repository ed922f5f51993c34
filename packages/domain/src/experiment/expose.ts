import { exposure } from "@rubric/db/schema";
import type { CommandCtx } from "../context.ts";
import type { Exposed } from "../policy/engine.ts";
import { inSegment } from "./variant.ts";

/**
 * Records, in the command's own transaction, who was judged under a running experiment; of each
 * subject the first time only.
 */
export async function recordExposures(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
  exposed: readonly Exposed[],
): Promise<void> {
  const rows = new Map(
    exposed.map(({ segment, subjectId }) => [
      `${segment} ${subjectId}`,
      { orgId: ctx.org.id, subjectId, at: ctx.clock, ...inSegment(segment) },
    ]),
  );
  if (rows.size === 0) return;
  await ctx.tx
    .insert(exposure)
    .values([...rows.values()])
    .onConflictDoNothing();
}
