import { metricSource } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { sealSecret } from "../webhook/secret.ts";
import { changedSource } from "./access.ts";
import { lockSource } from "./lock-source.ts";
import type { SetSourceSecretInput, SourceView } from "./schemas.ts";

/** Gives a source another secret in place of one that expired or is known; it is asked anew soon. */
export async function setSourceSecret(
  ctx: CommandCtx,
  { sourceId, secret }: z.infer<typeof SetSourceSecretInput>,
): Promise<SourceView> {
  await lockSource(ctx, sourceId);
  const rows = await ctx.tx
    .update(metricSource)
    .set({
      secret: sealSecret(secret, ctx.webhooks.key, sourceId),
      problem: null,
      failures: 0,
      nextAt: ctx.clock,
    })
    .where(and(eq(metricSource.orgId, ctx.org.id), eq(metricSource.id, sourceId)))
    .returning();
  ctx.audit({ subject: { kind: "metric_source", id: sourceId }, after: { secret: "another" } });
  return changedSource(rows);
}
