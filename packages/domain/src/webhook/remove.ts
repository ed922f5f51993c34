import { webhookAttempt, webhookDelivery, webhookEndpoint } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import type { RemovedWebhookView, WebhookInput } from "./schemas.ts";

/** Removes an endpoint with its secrets and deliveries, for good. */
export async function removeWebhook(
  ctx: CommandCtx,
  input: z.infer<typeof WebhookInput>,
): Promise<z.infer<typeof RemovedWebhookView>> {
  const { endpointId } = input;
  const { tx, org } = ctx;
  // No command adds a delivery to it any more: they find it locked, and then gone.
  const [row] = await tx
    .select()
    .from(webhookEndpoint)
    .where(and(eq(webhookEndpoint.orgId, org.id), eq(webhookEndpoint.id, endpointId)))
    .for("update");
  if (row === undefined) return refuse("NOT_FOUND", {});
  const own = and(eq(webhookDelivery.orgId, org.id), eq(webhookDelivery.endpointId, endpointId));
  // A worker that settles one of them meanwhile does so before, or finds it gone.
  const ids = await tx
    .select({ id: webhookDelivery.id })
    .from(webhookDelivery)
    .where(own)
    .for("update");
  const ofThem = tx.select({ id: webhookDelivery.id }).from(webhookDelivery).where(own);
  if (ids.length > 0) {
    await tx
      .delete(webhookAttempt)
      .where(and(eq(webhookAttempt.orgId, org.id), inArray(webhookAttempt.deliveryId, ofThem)));
    await tx.delete(webhookDelivery).where(own);
  }
  await tx
    .delete(webhookEndpoint)
    .where(and(eq(webhookEndpoint.orgId, org.id), eq(webhookEndpoint.id, endpointId)));
  const { url, description, events, delivered, failed } = row;
  ctx.audit({
    subject: { kind: "webhook", id: endpointId },
    before: { url, description, events, delivered, failed },
  });
  return { removed: endpointId };
}
