import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { endpointView } from "./access.ts";
import type { WebhookInput, WebhookView } from "./schemas.ts";
import { switchEndpoint } from "./switch.ts";

/** Switches an endpoint off: nothing is sent there, and what waits is given up. */
export async function disableWebhook(
  ctx: CommandCtx,
  input: z.infer<typeof WebhookInput>,
): Promise<WebhookView> {
  const to = { state: "off", offReason: "admin" } as const;
  return endpointView(await switchEndpoint(ctx, input.endpointId, to), ctx.clock);
}
