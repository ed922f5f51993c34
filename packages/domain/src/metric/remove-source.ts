import { metricLogin, metricSource } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { changedSource } from "./access.ts";
import { lockSource } from "./lock-source.ts";
import type { RemoveSourceInput, SourceView } from "./schemas.ts";

/** Removes a source with its secret and the names people gave; what was fetched stays theirs. */
export async function removeSource(
  ctx: CommandCtx,
  { sourceId }: z.infer<typeof RemoveSourceInput>,
): Promise<SourceView> {
  const { tx, org } = ctx;
  const { kind, baseUrl, project } = await lockSource(ctx, sourceId);
  await tx
    .delete(metricLogin)
    .where(and(eq(metricLogin.orgId, org.id), eq(metricLogin.sourceId, sourceId)));
  const rows = await tx
    .update(metricSource)
    .set({ state: "removed", secret: "", problem: null, claimedUntil: null })
    .where(and(eq(metricSource.orgId, org.id), eq(metricSource.id, sourceId)))
    .returning();
  ctx.audit({
    subject: { kind: "metric_source", id: sourceId },
    before: { kind, baseUrl, project },
  });
  return changedSource(rows);
}
