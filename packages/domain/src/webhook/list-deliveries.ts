import { webhookAttempt, webhookDelivery, webhookEvent } from "@rubric/db/schema";
import { and, desc, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import {
  deliveryColumns,
  deliveryView,
  endpointView,
  itsEvent,
  itsLastAttempt,
  requireEndpoint,
} from "./access.ts";
import type { DeliveriesView, ListDeliveriesInput } from "./schemas.ts";

const PAGE = 50;

/** The deliveries of an endpoint, newest first, 50 a page; no line of it says whom one is about. */
export async function listDeliveries(
  ctx: ReadCtx,
  input: z.infer<typeof ListDeliveriesInput>,
): Promise<DeliveriesView> {
  const endpoint = await requireEndpoint(ctx, input.endpointId);
  const rows = await ctx.read
    .select(deliveryColumns)
    .from(webhookDelivery)
    .innerJoin(webhookEvent, itsEvent)
    .leftJoin(webhookAttempt, itsLastAttempt)
    .where(
      and(
        eq(webhookDelivery.orgId, ctx.org.id),
        eq(webhookDelivery.endpointId, endpoint.id),
        ...(input.state == null ? [] : [eq(webhookDelivery.state, input.state)]),
        ...(input.cursor == null ? [] : [lt(webhookDelivery.id, input.cursor)]),
      ),
    )
    .orderBy(desc(webhookDelivery.id))
    .limit(PAGE + 1);
  const deliveries = rows.slice(0, PAGE).map(deliveryView);
  return {
    endpoint: endpointView(endpoint, ctx.clock),
    deliveries,
    next: rows.length > PAGE ? (deliveries.at(-1)?.id ?? null) : null,
  };
}
