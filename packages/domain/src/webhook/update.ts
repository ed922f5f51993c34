import { webhookEndpoint } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { changed, endpointView, lockEndpoint, requireDestination } from "./access.ts";
import type { UpdateWebhookInput, WebhookView } from "./schemas.ts";

/** Changes where an endpoint lies, what it is for and what it hears of; what waits goes there, too. */
export async function updateWebhook(
  ctx: CommandCtx,
  input: z.infer<typeof UpdateWebhookInput>,
): Promise<WebhookView> {
  await requireDestination(ctx, input.url);
  const before = await lockEndpoint(ctx, input.endpointId);
  const { endpointId, ...set } = input;
  const rows = await ctx.tx
    .update(webhookEndpoint)
    .set(set)
    .where(and(eq(webhookEndpoint.orgId, ctx.org.id), eq(webhookEndpoint.id, endpointId)))
    .returning();
  const { url, description, events } = before;
  ctx.audit({
    subject: { kind: "webhook", id: endpointId },
    before: { url, description, events },
    after: set,
  });
  return endpointView(changed(rows, before.state), ctx.clock);
}
