import { type Connection, connect } from "@rubric/db";
import { application, webhookAttempt, webhookEndpoint } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicationsOf } from "../../test/applications.ts";
import type { World } from "../../test/deciding.ts";
import { makeApplication, makeJob, makeOrg } from "../../test/factories.ts";
import { command, useHarness } from "../../test/harness.ts";
import { deliveriesOf, endpointNow, eventsOf, makeEndpoint } from "../../test/webhooks.ts";
import { runCommand } from "../execution/index.ts";
import type { CommandCtx } from "../context.ts";
import { eraseCandidate, eraseDue } from "../retention/erase-candidate.ts";
import { erase } from "../retention/erase.ts";
import { setHold } from "../retention/set-hold.ts";

const harness = useHarness();
let retention: Connection;
let world: World;

beforeAll(async () => {
  retention = connect(harness.database.retentionUrl, { max: 2 });
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }) };
});
afterAll(() => retention.close());

/** What the worker does, as the role that erases. */
async function asWorker(verb: (ctx: CommandCtx) => Promise<unknown>): Promise<void> {
  await runCommand(
    { ...harness.deps, db: retention.db },
    {
      org: world.org,
      origin: { ip: "", requestId: "job", userAgent: "" },
      key: null,
      actor: async () => ({ kind: "system", job: "erasure" }),
    },
    {
      permission: "retention.eraseCandidate",
      subjectId: null,
      input: {},
      key: "none",
      audit: "one",
      parse: (answer) => answer,
    },
    verb,
  );
}

/** An application that was rejected so many days ago. */
async function endedAgo(applicationId: string, days: number): Promise<void> {
  await harness.within(world.org.id, (tx) =>
    tx
      .update(application)
      .set({ state: "rejected", endedAt: new Date(Date.now() - days * 86_400_000) })
      .where(and(eq(application.orgId, world.org.id), eq(application.id, applicationId))),
  );
}

describe("law 10: the erasure of a candidate", () => {
  it("deletes what was sent of them, keeps counts, and is told to who copied something", async () => {
    const { org, cast, made } = world;
    const { endpointId } = await makeEndpoint(harness, world);
    const acts = applicationsOf(world);
    const [gone, stays] = [
      await makeApplication(harness, org, made),
      await makeApplication(harness, org, made),
    ];
    for (const { applicationId } of [gone, stays]) await acts.hold(cast.recruiter, applicationId);
    const [first] = await deliveriesOf(harness, org, endpointId);
    await harness.within(org.id, async (tx) => {
      await tx.insert(webhookAttempt).values({
        orgId: org.id,
        deliveryId: first?.id ?? "",
        number: 1,
        at: new Date(),
        durationMs: 1,
        status: 200,
        response: gone.applicationId,
      });
      await tx
        .update(webhookEndpoint)
        .set({ delivered: 1 })
        .where(and(eq(webhookEndpoint.orgId, org.id), eq(webhookEndpoint.id, endpointId)));
    });
    const { candidateId } = gone;
    const asked = await command(harness, org, cast.admin, "retention.erase", erase, {
      candidateId,
      reason: "They asked by letter.",
    });
    await asWorker((ctx) => eraseCandidate(ctx, { erasureId: asked.id }));
    const left = await eventsOf(harness, org);
    expect(left.map(({ event }) => event)).toEqual(["application.held", "candidate.erased"]);
    expect(left[0]?.data.get("candidateId")).toBe(stays.candidateId);
    expect([...(left[1]?.data ?? [])]).toEqual([["candidateId", candidateId]]);
    expect(JSON.stringify(left)).not.toContain(gone.applicationId);
    expect(await deliveriesOf(harness, org, endpointId)).toHaveLength(2);
    expect(
      await harness.within(org.id, (tx) =>
        tx.select().from(webhookAttempt).where(eq(webhookAttempt.orgId, org.id)),
      ),
    ).toEqual([]);
    expect(await endpointNow(harness, org, endpointId)).toMatchObject({ delivered: 1 });
  });

  it("tells of applications that were erased while their person stays, and not whose they were", async () => {
    const { org, cast, made } = world;
    const other = await makeJob(harness, { org, cast });
    const gone = await makeApplication(harness, org, made);
    const { candidateId } = gone;
    const stays = await makeApplication(harness, org, other, { candidateId });
    await endedAgo(gone.applicationId, 400);
    const before = (await eventsOf(harness, org)).length;
    await asWorker((ctx) => eraseDue(ctx, { candidateId }));
    const told = (await eventsOf(harness, org)).slice(before);
    expect(told.map(({ event }) => event)).toEqual(["application.erased"]);
    expect([...(told[0]?.data ?? [])]).toEqual([["applicationIds", [gone.applicationId]]]);
    expect(JSON.stringify(told)).not.toContain(candidateId);

    await endedAgo(stays.applicationId, 400);
    await asWorker((ctx) => eraseDue(ctx, { candidateId }));
    const last = (await eventsOf(harness, org)).slice(before + 1);
    expect(last.map(({ event, data }) => [event, data.get("candidateId")])).toEqual([
      ["candidate.erased", candidateId],
    ]);
  });

  it("tells nothing while everything of them must stay", async () => {
    const { org, cast, made } = world;
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    await endedAgo(applicationId, 10);
    await command(harness, org, cast.admin, "retention.setHold", setHold, {
      on: "candidate",
      subjectId: candidateId,
      reason: "A claim was filed.",
    });
    const asked = await command(harness, org, cast.admin, "retention.erase", erase, {
      candidateId,
      reason: "They asked by letter.",
    });
    const before = (await eventsOf(harness, org)).length;
    await asWorker((ctx) => eraseCandidate(ctx, { erasureId: asked.id }));
    expect((await eventsOf(harness, org)).length).toBe(before);
  });
});
