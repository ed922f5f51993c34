import { z } from "zod";
import { Id, Instant, optionalLine } from "../wire.ts";
import { type EventName, WANTABLE } from "./events.ts";

const url = () =>
  z.string().trim().min(1, "Please fill this in.").max(2000, "At most 2000 characters.");

const Wanted = z.enum(asEnum(WANTABLE));

/** What z.enum asks for: a list that is known not to be empty. */
function asEnum(names: readonly EventName[]): Record<string, EventName> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

const events = () =>
  z
    .array(Wanted)
    .min(1, "Choose at least one event.")
    .max(WANTABLE.length)
    .refine((list) => new Set(list).size === list.length, "An event is named twice.")
    .meta({ refinement: "no event twice" });

export const WebhookInput = z.strictObject({ endpointId: Id });
export const CreateWebhookInput = z.strictObject({
  url: url(),
  description: optionalLine(200),
  events: events(),
});
export const UpdateWebhookInput = z.strictObject({
  endpointId: Id,
  url: url(),
  description: optionalLine(200),
  events: events(),
});

export const WebhookView = z.object({
  id: Id,
  url: z.string(),
  description: z.string(),
  events: z.array(z.string()),
  state: z.enum(["active", "off"]),
  /** By whom or why it is off; null while it is on. */
  offReason: z.enum(["admin", "failing", "gone"]).nullable(),
  failingSince: Instant.nullable(),
  /** Deliveries that were taken and that were given up, ever. */
  delivered: z.int(),
  failed: z.int(),
  /** Until when the secret before the last rotation signs, too; null without one. */
  oldSecretUntil: Instant.nullable(),
  createdAt: Instant,
});
export type WebhookView = z.infer<typeof WebhookView>;

export const WebhooksView = z.object({
  endpoints: z.array(WebhookView),
  /** Every event that an endpoint can ask for. */
  events: z.array(z.object({ name: z.string(), version: z.int(), says: z.string() })),
});
export type WebhooksView = z.infer<typeof WebhooksView>;

/** An endpoint with the secret that signs from now on, shown this once. */
export const WebhookSecretView = z.object({ endpoint: WebhookView, secret: z.string() });
export type WebhookSecretView = z.infer<typeof WebhookSecretView>;

export const RemovedWebhookView = z.object({ removed: Id });

const DeliveryState = z.enum(["waiting", "sending", "delivered", "failed"]);

export const ListDeliveriesInput = z.strictObject({
  endpointId: Id,
  state: DeliveryState.nullish(),
  /** The `next` of the page before. */
  cursor: Id.nullish(),
});
export const DeliveryInput = z.strictObject({ deliveryId: Id });

export const DeliveryView = z.object({
  id: Id,
  eventId: Id,
  event: z.string(),
  version: z.int(),
  state: DeliveryState,
  attempts: z.int(),
  nextAttemptAt: Instant.nullable(),
  /** Of the last attempt. */
  status: z.int().nullable(),
  error: z.string().nullable(),
  createdAt: Instant,
});
export type DeliveryView = z.infer<typeof DeliveryView>;

export const DeliveriesView = z.object({
  endpoint: WebhookView,
  deliveries: z.array(DeliveryView),
  next: Id.nullable(),
});
export type DeliveriesView = z.infer<typeof DeliveriesView>;

export const AttemptView = z.object({
  number: z.int(),
  at: Instant,
  durationMs: z.int(),
  status: z.int().nullable(),
  error: z.string().nullable(),
  /** The beginning of the answer as plain text; empty where it is sealed. */
  response: z.string(),
});

/** What was sent, unless it is about somebody of whom the reader reads nothing now (laws 1 and 7). */
export const DeliveryContent = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("open"),
    headers: z.array(z.object({ name: z.string(), value: z.string() })),
    body: z.string(),
  }),
  z.object({ state: z.literal("sealed"), sentence: z.string(), lift: z.string().nullable() }),
]);

export const DeliveryDetailView = z.object({
  endpoint: WebhookView,
  delivery: DeliveryView,
  content: DeliveryContent,
  attempts: z.array(AttemptView),
});
export type DeliveryDetailView = z.infer<typeof DeliveryDetailView>;

export const ReplayFailedInput = z.strictObject({ endpointId: Id, since: Instant });
export const ReplayedView = z.object({
  /** How many are sent anew. */
  count: z.int(),
  /** Whether there are more: at most 1000 are taken at once. */
  more: z.boolean(),
});
