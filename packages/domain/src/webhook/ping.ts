import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { deliveryView, lockEndpoint, requireDelivery } from "./access.ts";
import { send } from "./emit.ts";
import { whyNotSend } from "./rules.ts";
import type { DeliveryView, WebhookInput } from "./schemas.ts";

/** Sends a test event to one endpoint, whatever it hears of. */
export async function pingWebhook(
  ctx: CommandCtx,
  input: z.infer<typeof WebhookInput>,
): Promise<DeliveryView> {
  const { endpointId } = input;
  const row = await lockEndpoint(ctx, endpointId);
  refuseIf(whyNotSend(row.state));
  const ping = { name: "webhook.ping", data: { endpointId } } as const;
  const [deliveryId = ""] = await send(ctx, ping, [endpointId]);
  ctx.audit({ subject: { kind: "webhook", id: endpointId }, after: { deliveryId } });
  return deliveryView(await requireDelivery(ctx, deliveryId));
}
