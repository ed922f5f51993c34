import { webhookAttempt, webhookDelivery, webhookEvent } from "@rubric/db/schema";
import { and, eq, inArray, lt } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { KEPT_DAYS } from "./rules.ts";

const AT_ONCE = 500;

/** Deletes events older than 30 days with their deliveries. Returns how many events. */
export async function pruneWebhooks(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
): Promise<number> {
  const before = new Date(ctx.clock.getTime() - KEPT_DAYS * 86_400_000);
  const old = await ctx.tx
    .select({ id: webhookEvent.id })
    .from(webhookEvent)
    .where(and(eq(webhookEvent.orgId, ctx.org.id), lt(webhookEvent.createdAt, before)))
    .limit(AT_ONCE);
  await deleteEvents(
    ctx,
    old.map(({ id }) => id),
  );
  return old.length;
}

/** Deletes these events with their deliveries and attempts; what an endpoint counted stays. */
export async function deleteEvents(
  { tx, org }: Pick<CommandCtx, "tx"> & { org: { id: string } },
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const deliveries = await tx
    .select({ id: webhookDelivery.id })
    .from(webhookDelivery)
    .where(and(eq(webhookDelivery.orgId, org.id), inArray(webhookDelivery.eventId, [...ids])))
    .for("update");
  const deliveryIds = deliveries.map(({ id }) => id);
  if (deliveryIds.length > 0) {
    await tx
      .delete(webhookAttempt)
      .where(
        and(eq(webhookAttempt.orgId, org.id), inArray(webhookAttempt.deliveryId, deliveryIds)),
      );
    await tx
      .delete(webhookDelivery)
      .where(and(eq(webhookDelivery.orgId, org.id), inArray(webhookDelivery.id, deliveryIds)));
  }
  await tx
    .delete(webhookEvent)
    .where(and(eq(webhookEvent.orgId, org.id), inArray(webhookEvent.id, [...ids])));
}
