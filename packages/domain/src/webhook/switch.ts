import { webhookEndpoint } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { changed, type EndpointRow, lockEndpoint } from "./access.ts";
import { whyNotSwitch } from "./rules.ts";

/** Switches an endpoint on, or off for a reason, and stages the audit entry. WEBHOOK_STATE if it is. */
export async function switchEndpoint(
  ctx: CommandCtx,
  endpointId: string,
  to:
    | { state: "active"; offReason: null }
    | { state: "off"; offReason: "admin" | "failing" | "gone" },
): Promise<EndpointRow> {
  const row = await lockEndpoint(ctx, endpointId);
  refuseIf(whyNotSwitch(row.state, to.state));
  const rows = await ctx.tx
    .update(webhookEndpoint)
    // Whoever switches it on begins anew: the next failure is the first.
    .set({ ...to, ...(to.state === "active" ? { failingSince: null } : {}) })
    .where(and(eq(webhookEndpoint.orgId, ctx.org.id), eq(webhookEndpoint.id, endpointId)))
    .returning();
  ctx.audit({
    subject: { kind: "webhook", id: endpointId },
    before: { state: row.state, offReason: row.offReason },
    after: to,
  });
  return changed(rows, row.state);
}
