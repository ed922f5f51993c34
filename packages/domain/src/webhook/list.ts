import { webhookEndpoint } from "@rubric/db/schema";
import { desc, eq } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { endpointView } from "./access.ts";
import { EVENTS, WANTABLE } from "./events.ts";
import type { WebhooksView } from "./schemas.ts";

/** The organization's endpoints, newest first, and the events that one can ask for. */
export async function listWebhooks(ctx: ReadCtx): Promise<WebhooksView> {
  const rows = await ctx.read
    .select()
    .from(webhookEndpoint)
    .where(eq(webhookEndpoint.orgId, ctx.org.id))
    .orderBy(desc(webhookEndpoint.id));
  return {
    endpoints: rows.map((row) => endpointView(row, ctx.clock)),
    events: WANTABLE.map((name) => {
      const { version, says } = EVENTS[name];
      return { name, version, says };
    }),
  };
}
