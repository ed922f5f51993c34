import { newId } from "@rubric/db";
import { idempotency, webhookAttempt, webhookDelivery, webhookEvent } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applicationsOf } from "../../test/applications.ts";
import type { World } from "../../test/deciding.ts";
import { makeApplication, makeInterview, makeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { deliveriesOf, endpointNow, makeEndpoint } from "../../test/webhooks.ts";
import { runCommand } from "../execution/index.ts";
import type { Actor, CommandCtx, Org } from "../context.ts";
import type { Permission } from "../permissions.ts";
import { createWebhook } from "./create.ts";
import { disableWebhook } from "./disable.ts";
import { enableWebhook } from "./enable.ts";
import { isEventName } from "./events.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { listWebhooks } from "./list.ts";
import { pingWebhook } from "./ping.ts";
import { pruneWebhooks } from "./prune.ts";
import { removeWebhook } from "./remove.ts";
import { replayFailed } from "./replay-failed.ts";
import { replayDelivery } from "./replay.ts";
import { rotateSecret } from "./rotate-secret.ts";
import { CreateWebhookInput, DeliveryDetailView } from "./schemas.ts";
import { showDelivery } from "./show-delivery.ts";
import { updateWebhook } from "./update.ts";

const harness = useHarness();
let world: World;

beforeAll(async () => {
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }) };
});

const given = {
  url: "https://93.184.216.34/hooks",
  description: "The calendar",
  events: ["job.held"],
};

function as<I extends object, T>(
  permission: Permission,
  verb: (ctx: CommandCtx, input: I) => Promise<T>,
  actor: Actor = world.cast.admin,
) {
  return (input: I) => command(harness, world.org, actor, permission, verb, input);
}
const ping = (endpointId: string) => as("webhook.ping", pingWebhook)({ endpointId });
const show = (deliveryId: string, actor = world.cast.admin) =>
  query(harness, world.org, actor, "webhook.showDelivery", showDelivery, { deliveryId });
const entries = async (endpointId: string) =>
  (await auditTrail(harness, world.org.id))
    .filter((one) => one.subjectId === endpointId)
    .map((one) => one.action);
const settle = (id: string, set: Partial<typeof webhookDelivery.$inferInsert>) =>
  harness.within(world.org.id, (tx) =>
    tx
      .update(webhookDelivery)
      .set(set)
      .where(and(eq(webhookDelivery.orgId, world.org.id), eq(webhookDelivery.id, id))),
  );

describe("webhook.create", () => {
  it("adds an endpoint that is on, and says its secret this once", async () => {
    const input = CreateWebhookInput.parse(given);
    const { endpoint, secret } = await as("webhook.create", createWebhook)(input);
    expect(secret).toMatch(/^whsec_/);
    expect(endpoint).toMatchObject({ ...given, state: "active", delivered: 0, failed: 0 });
    expect(await entries(endpoint.id)).toEqual(["webhook.create"]);
    const list = await query(
      harness,
      world.org,
      world.cast.admin,
      "webhook.list",
      listWebhooks,
      {},
    );
    expect(list.endpoints.map((one) => one.id)).toContain(endpoint.id);
    expect(JSON.stringify(list)).not.toContain("whsec_");
    expect(list.events.every(({ name }) => isEventName(name) && name !== "webhook.ping")).toBe(
      true,
    );
  });

  it("keeps no secret under its key: the same command again has its effect once and no answer", async () => {
    const { org, cast } = world;
    const key = newId();
    const before = await query(harness, org, cast.admin, "webhook.list", listWebhooks, {});
    const call = () =>
      runCommand(
        harness.deps,
        {
          org,
          origin: { ip: "", requestId: "test", userAgent: "" },
          key,
          actor: async () => cast.admin,
        },
        {
          permission: "webhook.create",
          subjectId: null,
          input: given,
          key: "required",
          audit: "one",
          parse: (answer) => answer,
        },
        (ctx) => createWebhook(ctx, CreateWebhookInput.parse(given)),
      );
    await call();
    expect(await refusal(call())).toBe("ANSWER_GONE");
    const after = await query(harness, org, cast.admin, "webhook.list", listWebhooks, {});
    expect(after.endpoints.length).toBe(before.endpoints.length + 1);
    const stored = await harness.within(org.id, (tx) =>
      tx.select().from(idempotency).where(eq(idempotency.key, key)),
    );
    expect(stored).toHaveLength(1);
    expect(stored[0]?.answer).toBeNull();
  });

  it("refuses what is no public address, and a twenty-first endpoint", async () => {
    const { org, cast } = await makeOrg(harness);
    const add = (url: string) =>
      command(harness, org, cast.admin, "webhook.create", createWebhook, {
        ...CreateWebhookInput.parse({ ...given, url }),
      });
    for (const url of ["http://93.184.216.34/", "https://127.0.0.1/", "https://10.0.0.1/"]) {
      expect(await refusal(add(url)), url).toBe("WEBHOOK_URL");
    }
    for (let n = 0; n < 18; n += 1) await add(given.url);
    const rivals = await Promise.allSettled(Array.from({ length: 4 }, () => add(given.url)));
    expect(rivals.filter((one) => one.status === "fulfilled")).toHaveLength(2);
    expect(await refusal(add(given.url))).toBe("WEBHOOK_LIMIT");
  });

  it("takes only events that there are, each once", () => {
    const events = (list: string[]) => CreateWebhookInput.safeParse({ ...given, events: list });
    expect(events(["job.held"]).success).toBe(true);
    for (const wrong of [[], ["job.held", "job.held"], ["webhook.ping"], ["decision.recorded"]]) {
      expect(events(wrong).success, wrong.join()).toBe(false);
    }
  });
});

describe("an endpoint", () => {
  it("is changed, switched off and on, and gets a new secret beside the old one", async () => {
    const { endpointId, secret } = await makeEndpoint(harness, world);
    const changed = {
      endpointId,
      url: "https://1.1.1.1/",
      description: "",
      events: ["job.closed" as const],
    };
    const view = await as("webhook.update", updateWebhook)(changed);
    expect(view).toMatchObject({ url: "https://1.1.1.1/", events: ["job.closed"] });
    const inside = { ...changed, url: "https://192.168.0.1/" };
    expect(await refusal(as("webhook.update", updateWebhook)(inside))).toBe("WEBHOOK_URL");
    const off = await as("webhook.disable", disableWebhook)({ endpointId });
    expect(off).toMatchObject({ state: "off", offReason: "admin" });
    expect(await refusal(as("webhook.disable", disableWebhook)({ endpointId }))).toBe(
      "WEBHOOK_STATE",
    );
    expect(await refusal(ping(endpointId))).toBe("WEBHOOK_OFF");
    const on = await as("webhook.enable", enableWebhook)({ endpointId });
    expect(on).toMatchObject({ state: "active", offReason: null });
    const rotated = await as("webhook.rotateSecret", rotateSecret)({ endpointId });
    expect(rotated.secret).not.toBe(secret);
    expect(rotated.endpoint.oldSecretUntil).not.toBeNull();
    expect(await endpointNow(harness, world.org, endpointId)).toMatchObject({
      secret: rotated.secret,
      previousSecret: secret,
    });
    expect(await entries(endpointId)).toEqual([
      "webhook.create",
      "webhook.update",
      "webhook.disable",
      "webhook.enable",
      "webhook.rotateSecret",
    ]);
  });

  it("is removed with its deliveries and attempts", async () => {
    const { endpointId } = await makeEndpoint(harness, world);
    const { id } = await ping(endpointId);
    await harness.within(world.org.id, (tx) =>
      tx.insert(webhookAttempt).values({
        orgId: world.org.id,
        deliveryId: id,
        number: 1,
        at: new Date(),
        durationMs: 1,
        response: "",
      }),
    );
    await as("webhook.remove", removeWebhook)({ endpointId });
    expect(await endpointNow(harness, world.org, endpointId)).toBeUndefined();
    expect(await deliveriesOf(harness, world.org, endpointId)).toEqual([]);
    expect(await refusal(ping(endpointId))).toBe("NOT_FOUND");
  });

  it("is an admin's, and another organization's is not there", async () => {
    const { endpointId } = await makeEndpoint(harness, world);
    const delivery = await ping(endpointId);
    const { org: otherOrg, cast: others } = await makeOrg(harness);
    const { recruiter, manager, auditor } = world.cast;
    const it = { endpointId };
    const since = new Date(0).toISOString();
    const calls = (org: Org, actor: Actor): Promise<unknown>[] => [
      command(harness, org, actor, "webhook.enable", enableWebhook, it),
      command(harness, org, actor, "webhook.disable", disableWebhook, it),
      command(harness, org, actor, "webhook.rotateSecret", rotateSecret, it),
      command(harness, org, actor, "webhook.remove", removeWebhook, it),
      command(harness, org, actor, "webhook.ping", pingWebhook, it),
      command(harness, org, actor, "webhook.replay", replayDelivery, { deliveryId: delivery.id }),
      command(harness, org, actor, "webhook.replayFailed", replayFailed, { ...it, since }),
      command(harness, org, actor, "webhook.update", updateWebhook, {
        ...it,
        ...CreateWebhookInput.parse(given),
      }),
      query(harness, org, actor, "webhook.listDeliveries", listDeliveries, it),
      query(harness, org, actor, "webhook.showDelivery", showDelivery, { deliveryId: delivery.id }),
    ];
    const codes = async (org = world.org, actor: Actor = recruiter) => [
      ...new Set(await Promise.all(calls(org, actor).map((call) => refusal(call)))),
    ];
    expect(await codes(otherOrg, others.admin)).toEqual(["NOT_FOUND"]);
    for (const actor of [recruiter, manager, auditor]) {
      expect(await codes(world.org, actor)).toEqual(["FORBIDDEN"]);
    }
    expect(await endpointNow(harness, world.org, endpointId)).toMatchObject({ state: "active" });
  });
});

describe("a delivery", () => {
  it("is listed newest first, page by page, and by its state", async () => {
    const { endpointId } = await makeEndpoint(harness, world, ["job.held"]);
    const made: string[] = [];
    for (let n = 0; n < 52; n += 1) made.unshift((await ping(endpointId)).id);
    const list = (cursor: string | null, state: "failed" | null = null) =>
      query(harness, world.org, world.cast.admin, "webhook.listDeliveries", listDeliveries, {
        endpointId,
        cursor,
        state,
      });
    const first = await list(null);
    const second = await list(first.next);
    expect([...first.deliveries, ...second.deliveries].map((one) => one.id)).toEqual(made);
    expect(second.next).toBeNull();
    await settle(made[3] ?? "", { state: "failed" });
    expect((await list(null, "failed")).deliveries.map((one) => one.id)).toEqual([made[3]]);
  });

  it("is sent anew by itself, or with all that failed since an instant", async () => {
    const { endpointId } = await makeEndpoint(harness, world, ["job.held"]);
    const [one, two, three] = [
      await ping(endpointId),
      await ping(endpointId),
      await ping(endpointId),
    ];
    const replay = as("webhook.replay", replayDelivery);
    await settle(one.id, { state: "sending" });
    expect(await refusal(replay({ deliveryId: one.id }))).toBe("WEBHOOK_SENDING");
    await settle(one.id, { state: "delivered", attempts: 1, tried: 1, nextAttemptAt: null });
    const jobs = harness.jobs.length;
    expect(await replay({ deliveryId: one.id })).toMatchObject({ state: "waiting", attempts: 1 });
    for (const { id } of [two, three]) await settle(id, { state: "failed", tried: 9 });
    const since = three.createdAt;
    const again = await as("webhook.replayFailed", replayFailed)({ endpointId, since });
    expect(again).toEqual({ count: 1, more: false });
    expect(harness.jobs.slice(jobs).map((job) => job.id)).toEqual([one.id, three.id]);
    expect(
      (await deliveriesOf(harness, world.org, endpointId)).map((row) => [row.state, row.tried]),
    ).toEqual([
      ["waiting", 0],
      ["failed", 9],
      ["waiting", 0],
    ]);
  });

  it("law 1: is not shown to an admin who owes a scorecard on whom it is about, nor its answer", async () => {
    const { org, cast, made } = world;
    const { endpointId } = await makeEndpoint(harness, world, ["application.held"]);
    const { applicationId, candidateId } = await makeApplication(harness, org, made, {
      stage: "loop",
    });
    await applicationsOf(world).hold(cast.recruiter, applicationId);
    const [delivery] = await deliveriesOf(harness, org, endpointId);
    const id = delivery?.id ?? "";
    await harness.within(org.id, (tx) =>
      tx.insert(webhookAttempt).values({
        orgId: org.id,
        deliveryId: id,
        number: 1,
        at: new Date(),
        durationMs: 1,
        status: 200,
        response: `I got ${applicationId}.`,
      }),
    );
    const open = await show(id);
    expect(open.content).toMatchObject({ state: "open" });
    expect(JSON.stringify(open)).toContain(applicationId);
    await makeInterview(harness, org, made, applicationId, "loopA", [cast.admin]);
    const sealed = DeliveryDetailView.parse(await show(id));
    expect(sealed.content).toMatchObject({
      state: "sealed",
      sentence: "Sealed: you still owe a scorecard on this candidate.",
    });
    expect(JSON.stringify(sealed)).not.toContain(applicationId);
    expect(JSON.stringify(sealed)).not.toContain(candidateId);
  });

  it("is deleted after 30 days with its event, and counts stay", async () => {
    const { endpointId } = await makeEndpoint(harness, world, ["job.held"]);
    const [old, young] = [await ping(endpointId), await ping(endpointId)];
    await harness.within(world.org.id, (tx) =>
      tx
        .update(webhookEvent)
        .set({ createdAt: new Date(Date.now() - 31 * 86_400_000) })
        .where(and(eq(webhookEvent.orgId, world.org.id), eq(webhookEvent.id, old.eventId))),
    );
    const count = await harness.within(world.org.id, (tx) =>
      pruneWebhooks({ tx, org: world.org, clock: new Date() }),
    );
    expect(count).toBe(1);
    expect((await deliveriesOf(harness, world.org, endpointId)).map((row) => row.id)).toEqual([
      young.id,
    ]);
  });
});
