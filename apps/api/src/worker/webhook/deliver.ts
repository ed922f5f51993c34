import type { JobPayload } from "@rubric/db";
import { Refused } from "@rubric/domain/errors";
import type { Deps } from "@rubric/domain/execution";
import { organizationById } from "@rubric/domain/identity";
import {
  type DeliverDeps,
  findDestination,
  type Outcome,
  settleDelivery,
  STRICT,
  switchOffWebhook,
  takeDelivery,
  type Taken,
} from "@rubric/domain/webhook";
import type { Log } from "../log.ts";
import { runAsSystem } from "../system.ts";
import { post } from "./post.ts";

export type WebhookDeps = Deps & Pick<DeliverDeps, "random"> & { log: Log };

/**
 * One attempt of a delivery, if it is due: where its address leads is looked up and checked anew.
 * What comes of it is written down, the next attempt among it; switches the endpoint off if it
 * is gone or has taken nothing for days.
 */
export async function deliverEvent(deps: WebhookDeps, { orgId, id }: JobPayload): Promise<void> {
  if (orgId === null) return;
  const taken = await takeDelivery(deps, { orgId, id });
  if (taken === null) return;
  const outcome = await attempt(deps, taken);
  const { switchOff } = await settleDelivery(deps, taken, outcome);
  const { endpointId, number } = taken;
  if (outcome.error !== null) {
    const { status } = outcome;
    deps.log.info({ orgId, endpointId, deliveryId: id, number, status }, "an event was not taken");
  }
  const org = switchOff === null ? null : await organizationById(deps.db, orgId);
  if (switchOff === null || org === null) return;
  const input = { endpointId, why: switchOff };
  try {
    await runAsSystem(deps, org, "webhook.switchOff", input, (ctx) => switchOffWebhook(ctx, input));
    deps.log.warn({ orgId, endpointId, why: switchOff }, "a webhook was switched off");
  } catch (error) {
    // Another attempt or an admin was faster.
    if (!(error instanceof Refused)) throw error;
  }
}

async function attempt(deps: WebhookDeps, taken: Taken): Promise<Outcome> {
  const unsent = (error: string) => ({ durationMs: 0, status: null, error, response: "" });
  if (taken.headers === null) {
    return unsent("The secret cannot be read: the operator's WEBHOOK_KEY is another than before.");
  }
  const destination = await findDestination(taken.url, deps.webhooks ?? STRICT);
  if (!destination.ok) return unsent(destination.why);
  const { url, addresses } = destination;
  return post({ url, addresses, headers: taken.headers, body: taken.body });
}
