import { randomUUID } from "node:crypto";
import { connect } from "@rubric/db";
import { selfIdentification } from "@rubric/db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { setApplication } from "../../test/applications.ts";
import { asking, place } from "../../test/fairness.ts";
import { makeApplication, makeJob } from "../../test/factories.ts";
import { command, query, useHarness } from "../../test/harness.ts";
import { DAY, useKeeping } from "../../test/keeping.ts";
import { joinPool } from "../candidate/join-pool.ts";
import { leavePool } from "../candidate/leave-pool.ts";
import { showOwn } from "../candidate/show-own.ts";
import type { Actor, CommandCtx } from "../context.ts";
import { eraseCandidate } from "../retention/erase-candidate.ts";
import { identify } from "./index.ts";

const harness = useHarness();
const keeping = useKeeping(harness);
const { ask, asWorker, settle } = keeping;

const as = (candidateId: string): Actor => ({ kind: "candidate", candidateId });

/** An application of somebody who said that she is a woman. */
async function identified(locations: string[], candidateId?: string) {
  const { org, cast } = keeping.world;
  const made = await makeJob(harness, { org, cast });
  await place(harness, org, made, ["US-CO"]);
  const ids = await makeApplication(harness, org, made, candidateId ? { candidateId } : {});
  await say(ids, [{ attribute: "gender", answer: "woman" }]);
  await place(harness, org, made, locations);
  return ids;
}

const say = (
  ids: { applicationId: string; candidateId: string },
  answers: { attribute: "gender"; answer: string }[],
) =>
  command(
    harness,
    keeping.world.org,
    as(ids.candidateId),
    "fairness.identify",
    (ctx: CommandCtx, input) => identify(asking(ctx), input),
    { applicationId: ids.applicationId, answers, blind: randomUUID() },
  );

const endAgo = (applicationId: string, days: number) =>
  setApplication({ harness, org: keeping.world.org }, applicationId, {
    state: "rejected",
    endedAt: new Date(Date.now() - days * DAY),
  });

/** Of which of these something is stored, read as the role of the erasure job. */
async function stored(applicationIds: string[]): Promise<string[]> {
  const { id } = keeping.world.org;
  const retention = connect(harness.database.retentionUrl, { max: 1 });
  try {
    return await retention.db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.org', ${id}, true)`);
      const { orgId, applicationId } = selfIdentification;
      const of = and(eq(orgId, id), inArray(applicationId, applicationIds));
      const rows = await tx.select({ applicationId }).from(selfIdentification).where(of);
      return rows.map((row) => row.applicationId);
    });
  } finally {
    await retention.close();
  }
}

describe("law 10: how someone identified themself goes", () => {
  it("with the person, at their request", async () => {
    const ids = await identified(["DE-BE"]);
    const stays = await identified(["DE-BE"]);
    const both = [ids.applicationId, stays.applicationId];
    expect(await stored(both)).toHaveLength(2);
    await endAgo(ids.applicationId, 10);
    const { id: erasureId } = await ask(ids.candidateId);
    await asWorker((ctx) => eraseCandidate(ctx, { erasureId }));
    expect(await stored(both)).toEqual([stays.applicationId]);
  });

  it("with the one application that is erased, while the person stays", async () => {
    const old = await identified(["DE-BE"]);
    const later = await identified(["US-CO"], old.candidateId);
    await endAgo(old.applicationId, 400);
    await settle(old.candidateId);
    expect(await stored([old.applicationId, later.applicationId])).toEqual([later.applicationId]);
  });

  it("at once when they take it back", async () => {
    const ids = await identified(["US-CO"]);
    await say(ids, []);
    expect(await stored([ids.applicationId])).toEqual([]);
  });

  it("when they withdraw the consent by which alone they were kept", async () => {
    const { org } = keeping.world;
    const ids = await identified(["DE-BE"]);
    const self = as(ids.candidateId);
    await endAgo(ids.applicationId, 100);
    const { pool } = await query(harness, org, self, "candidate.showOwn", showOwn, {});
    const { textVersion } = pool;
    await command(harness, org, self, "candidate.joinPool", joinPool, { textVersion });
    await endAgo(ids.applicationId, 200);
    await expect(settle(ids.candidateId)).rejects.toThrow("NOTHING_DUE");
    await command(harness, org, self, "candidate.leavePool", leavePool, {});
    await settle(ids.candidateId);
    expect(await stored([ids.applicationId])).toEqual([]);
  });
});
