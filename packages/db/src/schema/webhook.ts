import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, orgId } from "./columns.ts";
import { member } from "./organization.ts";

/** Where an organization wants to hear of its events. The secrets sign; they are kept to sign with. */
export const webhookEndpoint = pgTable(
  "webhook_endpoint",
  {
    orgId: orgId(),
    id: id(),
    url: text("url").notNull(),
    description: text("description").notNull(),
    events: text("events").array().notNull(),
    state: text("state").$type<"active" | "off">().notNull(),
    offReason: text("off_reason").$type<"admin" | "failing" | "gone">(),
    secret: text("secret").notNull(),
    /** Secrets before the last rotation, parted by blanks; they sign beside the new one until then. */
    previousSecret: text("previous_secret"),
    previousUntil: instant("previous_until"),
    /** Since when no attempt was taken; null while the last one was. */
    failingSince: instant("failing_since"),
    delivered: integer("delivered").notNull(),
    failed: integer("failed").notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "webhook_endpoint_pkey", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "webhook_endpoint_member_fkey",
      columns: [t.orgId, t.createdBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check("webhook_endpoint_state", sql`${t.state} in ('active', 'off')`),
    check("webhook_endpoint_off_reason", sql`${t.offReason} in ('admin', 'failing', 'gone')`),
  ],
);

/** What happened, as it is sent: the same bytes at each attempt, to each endpoint. */
export const webhookEvent = pgTable(
  "webhook_event",
  {
    orgId: orgId(),
    id: id(),
    name: text("name").notNull(),
    version: integer("version").notNull(),
    body: text("body").notNull(),
    candidateId: uuid("candidate_id"),
    jobId: uuid("job_id"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "webhook_event_pkey", columns: [t.orgId, t.id] }),
    index("webhook_event_candidate_idx").on(t.orgId, t.candidateId),
    index("webhook_event_age_idx").on(t.orgId, t.createdAt),
  ],
);

/** One event on its way to one endpoint. */
export const webhookDelivery = pgTable(
  "webhook_delivery",
  {
    orgId: orgId(),
    id: id(),
    endpointId: uuid("endpoint_id").notNull(),
    eventId: uuid("event_id").notNull(),
    state: text("state").$type<"waiting" | "sending" | "delivered" | "failed">().notNull(),
    /** Attempts ever begun, and those since it was last sent anew. */
    attempts: integer("attempts").notNull(),
    tried: integer("tried").notNull(),
    nextAttemptAt: instant("next_attempt_at"),
    /** Until when the worker that has begun an attempt may settle it; then another one tries. */
    claimedUntil: instant("claimed_until"),
    createdAt: instant("created_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ name: "webhook_delivery_pkey", columns: [t.orgId, t.id] }),
    unique("webhook_delivery_event_key").on(t.orgId, t.eventId, t.endpointId),
    index("webhook_delivery_endpoint_idx").on(t.orgId, t.endpointId, t.id),
    index("webhook_delivery_due_idx").on(t.orgId, t.state, t.nextAttemptAt),
    foreignKey({
      name: "webhook_delivery_endpoint_fkey",
      columns: [t.orgId, t.endpointId],
      foreignColumns: [webhookEndpoint.orgId, webhookEndpoint.id],
    }),
    foreignKey({
      name: "webhook_delivery_event_fkey",
      columns: [t.orgId, t.eventId],
      foreignColumns: [webhookEvent.orgId, webhookEvent.id],
    }),
    check(
      "webhook_delivery_state",
      sql`${t.state} in ('waiting', 'sending', 'delivered', 'failed')`,
    ),
  ],
);

/** What came of one attempt; of the answer at most its first 500 characters, made harmless. */
export const webhookAttempt = pgTable(
  "webhook_attempt",
  {
    orgId: orgId(),
    deliveryId: uuid("delivery_id").notNull(),
    number: integer("number").notNull(),
    at: instant("at").notNull(),
    durationMs: integer("duration_ms").notNull(),
    status: integer("status"),
    error: text("error"),
    response: text("response").notNull(),
  },
  (t) => [
    primaryKey({ name: "webhook_attempt_pkey", columns: [t.orgId, t.deliveryId, t.number] }),
    foreignKey({
      name: "webhook_attempt_delivery_fkey",
      columns: [t.orgId, t.deliveryId],
      foreignColumns: [webhookDelivery.orgId, webhookDelivery.id],
    }),
  ],
);
