import { createHmac, timingSafeEqual } from "node:crypto";
import {
  auditEntry,
  mail,
  webhookAttempt,
  webhookDelivery,
  webhookEndpoint,
} from "@rubric/db/schema";
import type { Org } from "@rubric/domain/context";
import type { Deps } from "@rubric/domain/execution";
import { STRICT, type Webhooks } from "@rubric/domain/webhook";
import { and, asc, eq } from "drizzle-orm";
import pino from "pino";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { command, useHarness } from "../../../../../packages/domain/test/harness.ts";
import { type Cast, makeOrg } from "../../../../../packages/domain/test/factories.ts";
import { endpointNow } from "../../../../../packages/domain/test/webhooks.ts";
import { newSecret, sealSecret } from "../../../../../packages/domain/src/webhook/secret.ts";
import { pingWebhook } from "../../../../../packages/domain/src/webhook/ping.ts";
import { disableWebhook } from "../../../../../packages/domain/src/webhook/disable.ts";
import { rotateSecret } from "../../../../../packages/domain/src/webhook/rotate-secret.ts";
import { newId } from "@rubric/db";
import { useReceiver } from "../../../test/receiver.ts";
import { SOON, useWorker } from "../../../test/worker.ts";
import { deliverEvent, type WebhookDeps } from "./deliver.ts";

const harness = useHarness();
const receiver = useReceiver();
const workplace = useWorker(harness);
const inside: Webhooks = { ...STRICT, allowHttp: true, allowedNetworks: ["127.0.0.0/8"] };
const START = new Date("2030-01-01T00:00:00.000Z");
let org: Org;
let cast: Cast;
let now = START;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
});
beforeEach(() => {
  now = START;
  harness.setClock(now);
  receiver.received.length = 0;
  receiver.answers((response) => response.writeHead(200).end());
});

function deps(over: Partial<Deps> = {}): WebhookDeps {
  return {
    ...harness.deps,
    now: () => now,
    webhooks: inside,
    random: () => 0.5,
    log: pino({ level: "silent" }),
    ...over,
  };
}

/** An endpoint at the receiver, as rows, with a secret that is known. */
async function endpoint(over: Partial<typeof webhookEndpoint.$inferInsert> = {}) {
  const id = newId();
  const secret = newSecret();
  await harness.within(org.id, (tx) =>
    tx.insert(webhookEndpoint).values({
      orgId: org.id,
      id,
      url: receiver.url,
      description: "",
      events: ["job.opened"],
      state: "active",
      secret,
      delivered: 0,
      failed: 0,
      createdBy: cast.admin.memberId,
      createdAt: START,
      ...over,
    }),
  );
  return { id, secret };
}

const ping = async (endpointId: string) =>
  (await command(harness, org, cast.admin, "webhook.ping", pingWebhook, { endpointId })).id;
const deliver = (id: string, over: Partial<Deps> = {}) =>
  deliverEvent(deps(over), { orgId: org.id, id });

async function deliveryNow(id: string) {
  const [row] = await harness.within(org.id, (tx) =>
    tx
      .select()
      .from(webhookDelivery)
      .where(and(eq(webhookDelivery.orgId, org.id), eq(webhookDelivery.id, id))),
  );
  return row;
}
const attemptsOf = (id: string) =>
  harness.within(org.id, (tx) =>
    tx
      .select()
      .from(webhookAttempt)
      .where(and(eq(webhookAttempt.orgId, org.id), eq(webhookAttempt.deliveryId, id)))
      .orderBy(asc(webhookAttempt.number)),
  );

/** Whether one of the signatures is that of what was received, as a receiver would check it. */
function isSigned(
  secret: string,
  { headers, body } = receiver.received.at(-1) ?? { headers: {}, body: "" },
) {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const signed = `${String(headers["webhook-id"])}.${String(headers["webhook-timestamp"])}.${body}`;
  const own = createHmac("sha256", key).update(signed).digest();
  return String(headers["webhook-signature"])
    .split(" ")
    .some((one) => {
      const theirs = Buffer.from(one.slice("v1,".length), "base64");
      return one.startsWith("v1,") && theirs.length === own.length && timingSafeEqual(theirs, own);
    });
}

describe("a delivery", () => {
  it("is signed over its id, its time and its very bytes, and done by a 2xx", async () => {
    const { id: endpointId, secret } = await endpoint();
    const id = await ping(endpointId);
    await deliver(id);
    const [one] = receiver.received;
    expect(isSigned(secret)).toBe(true);
    expect(isSigned(newSecret())).toBe(false);
    const body = JSON.parse(one?.body ?? "");
    expect(body).toEqual({
      id: one?.headers["webhook-id"],
      event: "webhook.ping",
      version: 1,
      occurredAt: START.toISOString(),
      organization: { id: org.id, slug: org.slug },
      data: { endpointId },
    });
    expect(one?.headers["webhook-timestamp"]).toBe(String(START.getTime() / 1000));
    expect(await deliveryNow(id)).toMatchObject({ state: "delivered", attempts: 1 });
    expect(await endpointNow(harness, org, endpointId)).toMatchObject({ delivered: 1, failed: 0 });
    await deliver(id);
    expect(receiver.received).toHaveLength(1);
  });

  it("is signed by both secrets for a day after a rotation, and by a secret that is encrypted", async () => {
    const { id: endpointId, secret } = await endpoint();
    const rotate = () =>
      command(harness, org, cast.admin, "webhook.rotateSecret", rotateSecret, { endpointId });
    const { secret: next } = await rotate();
    const id = await ping(endpointId);
    await deliver(id);
    expect([isSigned(secret), isSigned(next)]).toEqual([true, true]);
    now = new Date(START.getTime() + 24 * 3_600_000);
    await deliver(await ping(endpointId));
    expect([isSigned(secret), isSigned(next)]).toEqual([false, true]);
    const key = "a key of the operator that is long enough";
    const kept = newId();
    const hidden = newSecret();
    await endpoint({ id: kept, secret: sealSecret(hidden, key, kept) });
    const encrypted = await ping(kept);
    await deliver(encrypted, { webhooks: { ...inside, key } });
    expect(isSigned(hidden)).toBe(true);
    const unreadable = await ping(kept);
    await deliver(unreadable);
    expect((await attemptsOf(unreadable))[0]?.error).toContain("WEBHOOK_KEY");
  });

  it("is signed for the receiver's secret, too, where the answer to a rotation was lost", async () => {
    const { id: endpointId, secret } = await endpoint();
    const rotate = () =>
      command(harness, org, cast.admin, "webhook.rotateSecret", rotateSecret, { endpointId });
    const { secret: lost } = await rotate();
    const { secret: third } = await rotate();
    await deliver(await ping(endpointId));
    expect([secret, lost, third].map((one) => isSigned(one))).toEqual([true, true, true]);
    await Promise.all([rotate(), rotate()]);
    await deliver(await ping(endpointId));
    expect([secret, lost, third].map((one) => isSigned(one))).toEqual([false, true, true]);
  });

  it("is tried again by its schedule, and given up after the ninth attempt", async () => {
    receiver.answers((response) => response.writeHead(500).end("busy"));
    const { id: endpointId } = await endpoint();
    const id = await ping(endpointId);
    const waits: number[] = [];
    const jobs = harness.jobs.length;
    for (let n = 1; n <= 9; n += 1) {
      await deliver(id);
      const row = await deliveryNow(id);
      expect(row).toMatchObject({ attempts: n, state: n === 9 ? "failed" : "waiting" });
      if (row?.nextAttemptAt == null) break;
      waits.push((row.nextAttemptAt.getTime() - now.getTime()) / 1000);
      await deliver(id);
      expect(receiver.received).toHaveLength(n);
      now = row.nextAttemptAt;
    }
    expect(waits).toEqual([5, 60, 300, 1800, 7200, 18_000, 36_000, 36_000]);
    expect(harness.jobs.slice(jobs).map((job) => job.after !== null)).toEqual(
      waits.map(() => true),
    );
    const bodies = new Set(receiver.received.map(({ body }) => body));
    expect(bodies.size).toBe(1);
    const attempts = await attemptsOf(id);
    expect(attempts.map((one) => one.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(attempts[0]).toMatchObject({ status: 500, response: "busy" });
    expect(await endpointNow(harness, org, endpointId)).toMatchObject({ delivered: 0, failed: 1 });
  });

  it("is begun by one of many workers, and by another if that one never settles it", async () => {
    const { id: endpointId } = await endpoint();
    const id = await ping(endpointId);
    await Promise.all(Array.from({ length: 8 }, () => deliver(id)));
    expect(receiver.received).toHaveLength(1);
    expect(await attemptsOf(id)).toHaveLength(1);
    const crashed = await ping(endpointId);
    const set = { state: "sending", attempts: 1, tried: 1, claimedUntil: now } as const;
    await harness.within(org.id, (tx) =>
      tx
        .update(webhookDelivery)
        .set(set)
        .where(and(eq(webhookDelivery.orgId, org.id), eq(webhookDelivery.id, crashed))),
    );
    await deliver(crashed);
    expect(receiver.received).toHaveLength(1);
    now = new Date(now.getTime() + 1);
    await deliver(crashed);
    expect(await deliveryNow(crashed)).toMatchObject({ state: "delivered", attempts: 2 });
  });

  it("goes nowhere once its name leads to a private address (DNS rebinding)", async () => {
    const { id: endpointId } = await endpoint({ url: "https://rebind.example/" });
    const id = await ping(endpointId);
    await deliver(id, { webhooks: { ...STRICT, resolve: async () => ["127.0.0.1"] } });
    expect(receiver.received).toEqual([]);
    expect((await attemptsOf(id))[0]).toMatchObject({
      status: null,
      error:
        "rebind.example leads to a private address, which the operator of this server does not allow.",
    });
  });

  it("is given up where its endpoint is off, and not counted as an attempt", async () => {
    const { id: endpointId } = await endpoint();
    const id = await ping(endpointId);
    await command(harness, org, cast.admin, "webhook.disable", disableWebhook, { endpointId });
    await deliver(id);
    expect(receiver.received).toEqual([]);
    expect(await deliveryNow(id)).toMatchObject({ state: "failed", attempts: 0 });
  });
});

describe("webhook.switchOff", () => {
  const told = (endpointId: string) =>
    harness.within(org.id, (tx) =>
      tx
        .select({ recipientId: mail.recipientId })
        .from(mail)
        .where(and(eq(mail.orgId, org.id), eq(mail.subjectId, endpointId))),
    );

  it("follows a 410 at once, with one audit entry and an e-mail to each admin", async () => {
    receiver.answers((response) => response.writeHead(410).end());
    const { id: endpointId } = await endpoint();
    const [one, two] = [await ping(endpointId), await ping(endpointId)];
    await Promise.all([deliver(one), deliver(two)]);
    expect(await endpointNow(harness, org, endpointId)).toMatchObject({
      state: "off",
      offReason: "gone",
    });
    expect(await deliveryNow(one)).toMatchObject({ state: "failed", nextAttemptAt: null });
    expect(await told(endpointId)).toEqual([{ recipientId: cast.admin.memberId }]);
    const entries = await harness.within(org.id, (tx) =>
      tx
        .select({ actorKind: auditEntry.actorKind })
        .from(auditEntry)
        .where(and(eq(auditEntry.orgId, org.id), eq(auditEntry.action, "webhook.switchOff"))),
    );
    expect(entries).toEqual([{ actorKind: "system" }]);
  });

  it("follows three days of nothing but failures, which one success ends", async () => {
    receiver.answers((response) => response.writeHead(503).end());
    const { id: endpointId } = await endpoint();
    const hours = (n: number) => new Date(START.getTime() + n * 3_600_000);
    const tryAt = async (n: number) => {
      now = hours(n);
      harness.setClock(now);
      await deliver(await ping(endpointId));
      return endpointNow(harness, org, endpointId);
    };
    expect(await tryAt(0)).toMatchObject({ state: "active", failingSince: START });
    expect(await tryAt(71)).toMatchObject({ state: "active", failingSince: START });
    receiver.answers((response) => response.writeHead(200).end());
    expect(await tryAt(71.5)).toMatchObject({ state: "active", failingSince: null });
    receiver.answers((response) => response.writeHead(503).end());
    expect(await tryAt(72)).toMatchObject({ state: "active", failingSince: hours(72) });
    expect(await tryAt(143)).toMatchObject({ state: "active" });
    expect(await tryAt(144)).toMatchObject({ state: "off", offReason: "failing" });
    expect(await told(endpointId)).toHaveLength(1);
  });
});

describe("two workers at once", () => {
  it("deliver each event once, and find the one whose job was lost", async () => {
    harness.setClock(null);
    const { id: endpointId } = await endpoint();
    const lost = await ping(endpointId);
    const long = new Date(Date.now() - 600_000);
    await harness.within(org.id, (tx) =>
      tx
        .update(webhookDelivery)
        .set({ nextAttemptAt: long })
        .where(and(eq(webhookDelivery.orgId, org.id), eq(webhookDelivery.id, lost))),
    );
    const workers = await Promise.all([
      workplace.start(silent, inside),
      workplace.start(silent, inside),
    ]);
    try {
      const many = { ...harness, deps: { ...harness.deps, enqueue: workplace.queues.enqueue } };
      for (let n = 0; n < 10; n += 1) {
        await command(many, org, cast.admin, "webhook.ping", pingWebhook, { endpointId });
      }
      await vi.waitFor(() => expect(receiver.received.length).toBeGreaterThanOrEqual(11), SOON);
      const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
      expect(new Set(ids).size).toBe(ids.length);
      await vi.waitFor(async () => {
        expect(await endpointNow(harness, org, endpointId)).toMatchObject({ delivered: 11 });
      }, SOON);
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
    }
  });
});

const silent = { send: async () => {}, gone: async () => {}, close: async () => {} };
