import { webhookDelivery } from "@rubric/db/schema";
import { and, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { deliveryView, requireDelivery, requireEndpoint } from "./access.ts";
import { whyNotReplay, whyNotSend } from "./rules.ts";
import type { DeliveryInput, DeliveryView } from "./schemas.ts";

/** Sends a delivery anew, now, with all its attempts before it; the same event, with the same id. */
export async function replayDelivery(
  ctx: CommandCtx,
  input: z.infer<typeof DeliveryInput>,
): Promise<DeliveryView> {
  const { delivery } = await requireDelivery(ctx, input.deliveryId);
  refuseIf(whyNotSend((await requireEndpoint(ctx, delivery.endpointId)).state));
  refuseIf(whyNotReplay(delivery));
  const [again] = await ctx.tx
    .update(webhookDelivery)
    .set({ state: "waiting", tried: 0, nextAttemptAt: ctx.clock, endedAt: null })
    .where(
      and(
        eq(webhookDelivery.orgId, ctx.org.id),
        eq(webhookDelivery.id, delivery.id),
        ne(webhookDelivery.state, "sending"),
      ),
    )
    .returning({ id: webhookDelivery.id });
  if (again === undefined) return refuse("WEBHOOK_SENDING", {});
  await ctx.enqueue("webhook", { orgId: ctx.org.id, id: delivery.id });
  ctx.audit({
    subject: { kind: "webhook", id: delivery.endpointId },
    before: { deliveryId: delivery.id, state: delivery.state, attempts: delivery.attempts },
    after: { deliveryId: delivery.id, state: "waiting" },
  });
  return deliveryView(await requireDelivery(ctx, delivery.id));
}
