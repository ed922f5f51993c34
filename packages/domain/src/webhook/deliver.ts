import type { Tx } from "@rubric/db";
import { webhookAttempt, webhookDelivery, webhookEndpoint, webhookEvent } from "@rubric/db/schema";
import { and, eq, lt, lte, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { Deps } from "../execution/deps.ts";
import type { EndpointRow } from "./access.ts";
import { STRICT } from "./destination.ts";
import { headersOf, timestampOf } from "./headers.ts";
import { isHopeless, nextAttemptAt } from "./rules.ts";
import { openSecret, secretsBefore, signatures, UnreadableSecret } from "./secret.ts";

export type DeliverDeps = Pick<Deps, "db" | "enqueue" | "webhooks" | "now"> & {
  /** 0 to 1, anew at each call: spreads the attempts. */
  random(): number;
};

type Job = { orgId: string; id: string };

/** A delivery that this worker has begun, and is the only one to have begun. */
export type Taken = {
  job: Job;
  endpointId: string;
  number: number;
  tried: number;
  at: Date;
  url: string;
  body: string;
  headers: Record<string, string> | null;
};

/** What came of an attempt: an answer's status, or in words why there was none. */
export type Outcome = {
  durationMs: number;
  status: number | null;
  error: string | null;
  response: string;
};

const CLAIM_SECONDS = 60;
const Now = z.tuple([z.object({ now: z.coerce.date() })]);

async function inside<T>(deps: DeliverDeps, orgId: string, work: (tx: Tx, at: Date) => Promise<T>) {
  return deps.db.transaction(async (tx) => {
    const rows = await tx.execute(
      sql`select set_config('app.org', ${orgId}, true), transaction_timestamp() as now`,
    );
    const [{ now }] = Now.parse([...rows]);
    return work(tx, deps.now?.() ?? now);
  });
}

/**
 * Begins the next attempt of a delivery that is due: of any number of workers one gets it. Null if
 * it is not due, was taken, or has nowhere to go. One that was begun and never settled is begun
 * again a minute later, so a crash loses none.
 */
export async function takeDelivery(deps: DeliverDeps, job: Job): Promise<Taken | null> {
  return inside(deps, job.orgId, async (tx, at) => {
    const due = and(isIt(job), isDue(at));
    const [found] = await tx
      .select({ endpoint: webhookEndpoint, body: webhookEvent.body, eventId: webhookEvent.id })
      .from(webhookDelivery)
      .innerJoin(webhookEndpoint, itsEndpoint)
      .innerJoin(
        webhookEvent,
        and(
          eq(webhookEvent.orgId, webhookDelivery.orgId),
          eq(webhookEvent.id, webhookDelivery.eventId),
        ),
      )
      .where(due);
    if (found === undefined) return null;
    const { endpoint, body, eventId } = found;
    if (endpoint.state === "off") {
      await tx
        .update(webhookDelivery)
        .set({ state: "failed", nextAttemptAt: null, claimedUntil: null, endedAt: at })
        .where(due);
      return null;
    }
    const [row] = await tx
      .update(webhookDelivery)
      .set({
        state: "sending",
        attempts: sql`${webhookDelivery.attempts} + 1`,
        tried: sql`${webhookDelivery.tried} + 1`,
        claimedUntil: new Date(at.getTime() + CLAIM_SECONDS * 1000),
      })
      .where(due)
      .returning();
    if (row === undefined) return null;
    const signed = { id: eventId, timestamp: timestampOf(at), body };
    const secrets = secretsOf(deps, endpoint, at);
    return {
      job,
      endpointId: endpoint.id,
      number: row.attempts,
      tried: row.tried,
      at,
      url: endpoint.url,
      body,
      headers: secrets && headersOf(eventId, at, signatures(secrets, signed)),
    };
  });
}

/** Those before it, too, for a day after a rotation; null where one was encrypted with another key. */
function secretsOf(deps: DeliverDeps, endpoint: EndpointRow, at: Date): string[] | null {
  const { key } = deps.webhooks ?? STRICT;
  try {
    return [endpoint.secret, ...secretsBefore(endpoint, at)].map((one) =>
      openSecret(one, key, endpoint.id),
    );
  } catch (error) {
    if (error instanceof UnreadableSecret) return null;
    throw error;
  }
}

/**
 * Writes down what came of an attempt, and when the next one is if it was not taken; a 2xx takes
 * it. Says why the endpoint is to be switched off, if it is; nothing is written where the
 * delivery is gone or another worker has begun it anew.
 */
export async function settleDelivery(
  deps: DeliverDeps,
  taken: Taken,
  outcome: Outcome,
): Promise<{ switchOff: "gone" | "failing" | null }> {
  const { job } = taken;
  return inside(deps, job.orgId, async (tx, at) => {
    const [endpoint] = await tx
      .select()
      .from(webhookEndpoint)
      .where(isEndpoint(job.orgId, taken.endpointId))
      .for("no key update");
    if (endpoint === undefined) return { switchOff: null };
    const good = isTaken(outcome);
    const gone = outcome.status === 410;
    const next = good || gone ? null : nextAttemptAt(taken.tried, at, deps.random());
    const settled = await tx
      .update(webhookDelivery)
      .set({
        state: good ? "delivered" : next === null ? "failed" : "waiting",
        nextAttemptAt: next,
        claimedUntil: null,
        endedAt: next === null ? at : null,
      })
      .where(
        and(
          isIt(job),
          eq(webhookDelivery.state, "sending"),
          eq(webhookDelivery.attempts, taken.number),
        ),
      )
      .returning({ id: webhookDelivery.id });
    if (settled.length === 0) return { switchOff: null };
    await tx.insert(webhookAttempt).values({
      orgId: job.orgId,
      deliveryId: job.id,
      number: taken.number,
      at: taken.at,
      ...outcome,
    });
    const failingSince = good ? null : (endpoint.failingSince ?? taken.at);
    await tx
      .update(webhookEndpoint)
      .set({
        failingSince,
        delivered: endpoint.delivered + (good ? 1 : 0),
        failed: endpoint.failed + (!good && next === null ? 1 : 0),
      })
      .where(isEndpoint(job.orgId, taken.endpointId));
    if (next !== null) await deps.enqueue(tx, "webhook", job, { after: next });
    if (endpoint.state === "off" || failingSince === null) return { switchOff: null };
    return { switchOff: gone ? "gone" : isHopeless(failingSince, at) ? "failing" : null };
  });
}

/** Whether an answer means that the event was taken. */
function isTaken({ status }: Pick<Outcome, "status">): boolean {
  return status !== null && status >= 200 && status < 300;
}

/** Deliveries that have been due for a while, as no job woke them up: at most so many. */
export async function forgottenDeliveries(
  deps: DeliverDeps,
  orgId: string,
  most: number,
): Promise<string[]> {
  return inside(deps, orgId, async (tx, at) => {
    const rows = await tx
      .select({ id: webhookDelivery.id })
      .from(webhookDelivery)
      .where(
        and(eq(webhookDelivery.orgId, orgId), isDue(new Date(at.getTime() - CLAIM_SECONDS * 1000))),
      )
      .limit(most);
    return rows.map(({ id }) => id);
  });
}

function isDue(at: Date) {
  return or(
    and(eq(webhookDelivery.state, "waiting"), lte(webhookDelivery.nextAttemptAt, at)),
    and(eq(webhookDelivery.state, "sending"), lt(webhookDelivery.claimedUntil, at)),
  );
}

const isIt = (job: Job) =>
  and(eq(webhookDelivery.orgId, job.orgId), eq(webhookDelivery.id, job.id));

const isEndpoint = (orgId: string, id: string) =>
  and(eq(webhookEndpoint.orgId, orgId), eq(webhookEndpoint.id, id));

const itsEndpoint = and(
  eq(webhookEndpoint.orgId, webhookDelivery.orgId),
  eq(webhookEndpoint.id, webhookDelivery.endpointId),
);
