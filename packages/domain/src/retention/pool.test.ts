import { poolConsent } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeJob, type MadeJob } from "../../test/factories.ts";
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import { DAY, useKeeping } from "../../test/keeping.ts";
import { joinPool } from "../candidate/join-pool.ts";
import { leavePool } from "../candidate/leave-pool.ts";
import { showOwn } from "../candidate/show-own.ts";
import type { Org } from "../context.ts";
import { expireConsents } from "./expire-consents.ts";
import { setPool } from "./set-pool.ts";
import { showKeeping } from "./show.ts";

const harness = useHarness();
const keeping = useKeeping(harness);
const { asWorker, due, ended, ask, place } = keeping;
let org: Org;
let cast: Cast;
let berlin: MadeJob;
let california: MadeJob;

beforeAll(() => {
  ({ org, cast, berlin, california } = keeping.world);
});

describe("law 10: the talent pool", () => {
  const self = (candidateId: string) => ({ kind: "candidate" as const, candidateId });
  const own = (candidateId: string) =>
    query(harness, org, self(candidateId), "candidate.showOwn", showOwn, {});
  const join = (candidateId: string, textVersion: string) =>
    command(harness, org, self(candidateId), "candidate.joinPool", joinPool, { textVersion });

  it("keeps who agreed beyond the maximum, to the words that were shown, until they take it back", async () => {
    const { candidateId, applicationId } = await ended(berlin, 100);
    const { pool } = await own(candidateId);
    expect(pool.until).toBeNull();
    expect(await refusal(join(candidateId, "1/1999-01-01"))).toBe("POOL_TEXT_CHANGED");
    const joined = await join(candidateId, pool.textVersion);
    expect(joined.pool.until).not.toBeNull();
    expect(await refusal(join(candidateId, pool.textVersion))).toBe("POOL_JOINED");
    const [kept] = await harness.within(org.id, (tx) =>
      tx.select().from(poolConsent).where(eq(poolConsent.candidateId, candidateId)),
    );
    expect(kept).toMatchObject({ textVersion: pool.textVersion, text: pool.text });
    const in200 = new Date(Date.now() + 200 * DAY);
    expect((await due(in200)).candidateIds).not.toContain(candidateId);
    const shown = await query(harness, org, cast.recruiter, "retention.show", showKeeping, {
      applicationId,
    });
    expect(shown.pool?.until).toBe(joined.pool.until);
    expect(shown.upper).toMatchObject({ at: joined.pool.until });
    const left = await command(
      harness,
      org,
      self(candidateId),
      "candidate.leavePool",
      leavePool,
      {},
    );
    expect(left.pool.until).toBeNull();
    expect(harness.jobs.at(-1)).toMatchObject({ queue: "erasure", id: candidateId });
    expect((await due(in200)).candidateIds).toContain(candidateId);
  });

  it("ends by itself, and is no longer than a region allows", async () => {
    const { candidateId } = await ended(berlin, 1);
    const { pool } = await own(candidateId);
    const joined = await join(candidateId, pool.textVersion);
    const until = new Date(joined.pool.until ?? 0);
    const early = new Date(until.getTime() - 1000);
    const expire = (at: Date) =>
      asWorker(
        async (ctx) => {
          const count = await expireConsents(ctx);
          ctx.audit({ subject: { kind: "organization", id: org.id }, after: { count } });
          return count;
        },
        at,
        true,
      );
    expect(await expire(early)).toBe(0);
    expect(await expire(until)).toBeGreaterThan(0);
    expect((await own(candidateId)).pool.until).toBeNull();
    const dutch = await makeJob(harness, { org, cast });
    await place(dutch, ["NL"]);
    await command(harness, org, cast.admin, "retention.setPool", setPool, {
      askAtRejection: true,
      poolMonths: 24,
    });
    const there = await ended(dutch, 10);
    const offered = (await own(there.candidateId)).pool;
    const inPool = await join(there.candidateId, offered.textVersion);
    const days = (new Date(inPool.pool.until ?? 0).getTime() - Date.now()) / DAY;
    expect(days).toBeGreaterThan(350);
    expect(days).toBeLessThan(357);
  });

  it("takes in nobody who asked to be erased", async () => {
    const { candidateId } = await ended(california, 1);
    const { pool } = await own(candidateId);
    await ask(candidateId);
    expect(await refusal(join(candidateId, pool.textVersion))).toBe("ERASURE_RUNNING");
  });
});
