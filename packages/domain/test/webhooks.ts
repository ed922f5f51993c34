import { webhookDelivery, webhookEndpoint, webhookEvent } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { createWebhook } from "../src/webhook/create.ts";
import { Envelope, EVENTS, type EventName, isEventName, WANTABLE } from "../src/webhook/events.ts";
import type { Cast } from "./factories.ts";
import { command, type Harness } from "./harness.ts";
import type { Org } from "../src/context.ts";

/** An endpoint at a public address, made by an admin's command, with its secret. */
export async function makeEndpoint(
  harness: Harness,
  { org, cast }: { org: Org; cast: Cast },
  events: readonly EventName[] = WANTABLE,
  url = "https://93.184.216.34/hooks",
): Promise<{ endpointId: string; secret: string }> {
  const { endpoint, secret } = await command(
    harness,
    org,
    cast.admin,
    "webhook.create",
    createWebhook,
    { url, description: "", events: [...events] },
  );
  return { endpointId: endpoint.id, secret };
}

/** Every event of an organization, oldest first, read by its own schema. */
export async function eventsOf({ within }: Pick<Harness, "within">, org: Org) {
  const rows = await within(org.id, (tx) =>
    tx
      .select()
      .from(webhookEvent)
      .where(eq(webhookEvent.orgId, org.id))
      .orderBy(asc(webhookEvent.id)),
  );
  return rows.map((row) => {
    const { event, version, data } = Envelope.parse(JSON.parse(row.body));
    if (!isEventName(event)) throw new Error(`${event} is no event.`);
    if (version !== EVENTS[event].version) throw new Error(`${event} has another version.`);
    return { ...row, event, data: new Map(Object.entries(EVENTS[event].data.parse(data))) };
  });
}

/** The deliveries of an endpoint, oldest first. */
export async function deliveriesOf(
  { within }: Pick<Harness, "within">,
  org: Org,
  endpointId: string,
) {
  return within(org.id, (tx) =>
    tx
      .select()
      .from(webhookDelivery)
      .where(and(eq(webhookDelivery.orgId, org.id), eq(webhookDelivery.endpointId, endpointId)))
      .orderBy(asc(webhookDelivery.id)),
  );
}

/** An endpoint as it is stored. */
export async function endpointNow({ within }: Pick<Harness, "within">, org: Org, id: string) {
  const [row] = await within(org.id, (tx) =>
    tx
      .select()
      .from(webhookEndpoint)
      .where(and(eq(webhookEndpoint.orgId, org.id), eq(webhookEndpoint.id, id))),
  );
  return row;
}
