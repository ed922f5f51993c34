import { metricSource } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { changedSource } from "./access.ts";
import { lockSource } from "./lock-source.ts";
import { whyNotSetSource } from "./rules.ts";
import type { SetSourceInput, SourceView } from "./schemas.ts";

/** Pauses a source, or has it asked again. */
export async function setSource(
  ctx: CommandCtx,
  { sourceId, state }: z.infer<typeof SetSourceInput>,
): Promise<SourceView> {
  const row = await lockSource(ctx, sourceId);
  refuseIf(whyNotSetSource(row.state, state));
  const rows = await ctx.tx
    .update(metricSource)
    .set({ state, nextAt: ctx.clock })
    .where(and(eq(metricSource.orgId, ctx.org.id), eq(metricSource.id, sourceId)))
    .returning();
  ctx.audit({
    subject: { kind: "metric_source", id: sourceId },
    before: { state: row.state },
    after: { state },
  });
  return changedSource(rows);
}
