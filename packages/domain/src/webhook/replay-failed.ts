import { webhookDelivery } from "@rubric/db/schema";
import { and, asc, eq, gte, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { requireEndpoint } from "./access.ts";
import { whyNotSend } from "./rules.ts";
import type { ReplayedView, ReplayFailedInput } from "./schemas.ts";

const AT_ONCE = 1000;

/** Sends anew, oldest first, what an endpoint did not take of the events since an instant. */
export async function replayFailed(
  ctx: CommandCtx,
  input: z.infer<typeof ReplayFailedInput>,
): Promise<z.infer<typeof ReplayedView>> {
  const endpoint = await requireEndpoint(ctx, input.endpointId);
  refuseIf(whyNotSend(endpoint.state));
  const failed = await ctx.tx
    .select({ id: webhookDelivery.id })
    .from(webhookDelivery)
    .where(
      and(
        eq(webhookDelivery.orgId, ctx.org.id),
        eq(webhookDelivery.endpointId, endpoint.id),
        eq(webhookDelivery.state, "failed"),
        gte(webhookDelivery.createdAt, new Date(input.since)),
      ),
    )
    .orderBy(asc(webhookDelivery.id))
    .limit(AT_ONCE + 1)
    .for("update");
  const ids = failed.slice(0, AT_ONCE).map(({ id }) => id);
  if (ids.length > 0) {
    await ctx.tx
      .update(webhookDelivery)
      .set({ state: "waiting", tried: 0, nextAttemptAt: ctx.clock, endedAt: null })
      .where(and(eq(webhookDelivery.orgId, ctx.org.id), inArray(webhookDelivery.id, ids)));
    for (const id of ids) await ctx.enqueue("webhook", { orgId: ctx.org.id, id });
  }
  const answer = { count: ids.length, more: failed.length > AT_ONCE };
  ctx.audit({
    subject: { kind: "webhook", id: endpoint.id },
    after: { since: input.since, ...answer },
  });
  return answer;
}
