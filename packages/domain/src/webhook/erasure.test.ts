import { type Connection, connect } from "@rubric/db";
import { webhookAttempt, webhookEndpoint } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicationsOf } from "../../test/applications.ts";
import type { World } from "../../test/deciding.ts";
import { makeApplication, makeJob, makeOrg } from "../../test/factories.ts";
import { command, useHarness } from "../../test/harness.ts";
import { deliveriesOf, endpointNow, eventsOf, makeEndpoint } from "../../test/webhooks.ts";
import { runCommand } from "../execution/index.ts";
import { eraseCandidate } from "../retention/erase-candidate.ts";
import { erase } from "../retention/erase.ts";

const harness = useHarness();
let retention: Connection;
let world: World;

beforeAll(async () => {
  retention = connect(harness.database.retentionUrl, { max: 2 });
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }) };
});
afterAll(() => retention.close());

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
    await runCommand(
      { ...harness.deps, db: retention.db },
      {
        org,
        origin: { ip: "", requestId: "job", userAgent: "" },
        key: null,
        actor: async () => ({ kind: "system", job: "erasure" }),
      },
      {
        permission: "retention.eraseCandidate",
        subjectId: null,
        input: { erasureId: asked.id },
        key: "none",
        audit: "one",
        parse: (answer) => answer,
      },
      (ctx) => eraseCandidate(ctx, { erasureId: asked.id }),
    );
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
});
