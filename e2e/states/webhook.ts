import { withinOrg } from "@rubric/api/demo/organization";
import { newId } from "@rubric/db";
import { webhookAttempt, webhookDelivery, webhookEndpoint, webhookEvent } from "@rubric/db/schema";
import { WANTABLE } from "@rubric/domain/webhook/events";
import { daysAgo, type Organization } from "../setup-org.ts";

/**
 * An endpoint to which so many events were sent, the newest of which it did not take. Written as
 * rows: what was settled no worker sends.
 */
export async function makeWebhook(
  { db, org, cast, slug }: Organization,
  sent: number,
): Promise<{ endpointId: string; deliveryId: string }> {
  const orgId = org.id;
  const endpointId = newId();
  const at = daysAgo(1);
  const rows = Array.from({ length: sent }, (_, index) => ({
    event: newId(),
    delivery: newId(),
    good: index < sent - 1,
  }));
  await withinOrg(db, orgId, async (tx) => {
    await tx.insert(webhookEndpoint).values({
      orgId,
      id: endpointId,
      url: `https://hooks.example/${slug}/${"x".repeat(65)}`,
      description: "Calendar of the hiring team",
      events: [...WANTABLE],
      state: "active",
      secret: "whsec_AAAA",
      failingSince: sent === 0 ? null : at,
      delivered: Math.max(0, sent - 1),
      failed: Math.min(1, sent),
      createdBy: cast.admin.memberId,
      createdAt: at,
    });
    if (sent === 0) return;
    await tx.insert(webhookEvent).values(
      rows.map(({ event }) => ({
        orgId,
        id: event,
        name: "job.opened",
        version: 1,
        body: JSON.stringify({
          id: event,
          event: "job.opened",
          version: 1,
          occurredAt: at.toISOString(),
          organization: { id: orgId, slug },
          data: { jobId: newId() },
        }),
        createdAt: at,
      })),
    );
    await tx.insert(webhookDelivery).values(
      rows.map(({ event, delivery, good }) => ({
        orgId,
        id: delivery,
        endpointId,
        eventId: event,
        state: good ? ("delivered" as const) : ("failed" as const),
        attempts: 1,
        tried: 9,
        createdAt: at,
        endedAt: at,
      })),
    );
    await tx.insert(webhookAttempt).values(
      rows.map(({ delivery, good }) => ({
        orgId,
        deliveryId: delivery,
        number: 1,
        at,
        durationMs: 84,
        status: good ? 200 : 502,
        error: good ? null : "The receiver answered with 502.",
        response: good ? "" : `Bad gateway: ${"y".repeat(65)}`,
      })),
    );
  });
  return { endpointId, deliveryId: rows.at(-1)?.delivery ?? "" };
}
