import type { Reader } from "@rubric/db";
import { webhookAttempt, webhookDelivery, webhookEndpoint, webhookEvent } from "@rubric/db/schema";
import { and, eq, getTableColumns } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { deny, refuse, refuseIf, Refused } from "../errors.ts";
import { toInstant } from "../wire.ts";
import { findDestination } from "./destination.ts";
import type { DeliveryView, WebhookView } from "./schemas.ts";
import { whyNotTo } from "./rules.ts";

export type EndpointRow = typeof webhookEndpoint.$inferSelect;
type At = { read: Reader; org: { id: string } };

/** One endpoint, or NOT_FOUND. */
export async function requireEndpoint({ read, org }: At, id: string): Promise<EndpointRow> {
  const [row] = await read
    .select()
    .from(webhookEndpoint)
    .where(and(eq(webhookEndpoint.orgId, org.id), eq(webhookEndpoint.id, id)));
  return row ?? refuse("NOT_FOUND", {});
}

/** The same, locked until the command's end. */
export async function lockEndpoint({ read, org }: At, id: string): Promise<EndpointRow> {
  const [row] = await read
    .select()
    .from(webhookEndpoint)
    .where(and(eq(webhookEndpoint.orgId, org.id), eq(webhookEndpoint.id, id)))
    .for("no key update");
  return row ?? refuse("NOT_FOUND", {});
}

/** The view of an endpoint; no secret. */
export function endpointView(row: EndpointRow, clock: Date): WebhookView {
  const { previousUntil } = row;
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    events: row.events,
    state: row.state,
    offReason: row.offReason,
    failingSince: toInstant(row.failingSince),
    delivered: row.delivered,
    failed: row.failed,
    oldSecretUntil:
      previousUntil !== null && previousUntil > clock ? toInstant(previousUntil) : null,
    createdAt: toInstant(row.createdAt),
  };
}

/** WEBHOOK_URL unless events may be sent to where the address leads now. */
export async function requireDestination(
  ctx: Pick<ReadCtx, "webhooks">,
  url: string,
): Promise<void> {
  const destination = await findDestination(url, ctx.webhooks);
  refuseIf(whyNotTo(destination));
}

/** What a list and a page of deliveries read of one. */
export const deliveryColumns = {
  delivery: getTableColumns(webhookDelivery),
  event: getTableColumns(webhookEvent),
  last: { status: webhookAttempt.status, error: webhookAttempt.error },
};

export const itsEvent = and(
  eq(webhookEvent.orgId, webhookDelivery.orgId),
  eq(webhookEvent.id, webhookDelivery.eventId),
);
export const itsLastAttempt = and(
  eq(webhookAttempt.orgId, webhookDelivery.orgId),
  eq(webhookAttempt.deliveryId, webhookDelivery.id),
  eq(webhookAttempt.number, webhookDelivery.attempts),
);

export type DeliveryRow = {
  delivery: typeof webhookDelivery.$inferSelect;
  event: typeof webhookEvent.$inferSelect;
  last: { status: number | null; error: string | null } | null;
};

/** One delivery with its event, or NOT_FOUND. */
export async function requireDelivery({ read, org }: At, id: string): Promise<DeliveryRow> {
  const [row] = await read
    .select(deliveryColumns)
    .from(webhookDelivery)
    .innerJoin(webhookEvent, itsEvent)
    .leftJoin(webhookAttempt, itsLastAttempt)
    .where(and(eq(webhookDelivery.orgId, org.id), eq(webhookDelivery.id, id)));
  return row ?? refuse("NOT_FOUND", {});
}

/** A delivery as a line of a list. */
export function deliveryView({ delivery, event, last }: DeliveryRow): DeliveryView {
  return {
    id: delivery.id,
    eventId: event.id,
    event: event.name,
    version: event.version,
    state: delivery.state,
    attempts: delivery.attempts,
    nextAttemptAt: delivery.state === "waiting" ? toInstant(delivery.nextAttemptAt) : null,
    status: last?.status ?? null,
    error: last?.error ?? null,
    createdAt: toInstant(delivery.createdAt),
  };
}

/** What a conditional update gave back, or the refusal of who lost the race. */
export function changed(rows: readonly EndpointRow[], state: EndpointRow["state"]): EndpointRow {
  const [row] = rows;
  if (row === undefined) throw new Refused(deny("WEBHOOK_STATE", { state }));
  return row;
}
