import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { endpointView } from "./access.ts";
import type { WebhookInput, WebhookView } from "./schemas.ts";
import { switchEndpoint } from "./switch.ts";

/** Switches an endpoint on: it hears of what happens from now on. */
export async function enableWebhook(
  ctx: CommandCtx,
  input: z.infer<typeof WebhookInput>,
): Promise<WebhookView> {
  const to = { state: "active", offReason: null } as const;
  return endpointView(await switchEndpoint(ctx, input.endpointId, to), ctx.clock);
}
