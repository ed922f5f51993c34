import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "@rubric/db";
import { sql } from "drizzle-orm";
import type { Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeOrg } from "../../test/factories.ts";
import { asAttacker, recompute } from "../../test/forger.ts";
import { auditTrail, memberActor, useHarness } from "../../test/harness.ts";
import { appendAudit } from "./append.ts";
import { readCheckpoints, writeCheckpoints } from "./checkpoint.ts";
import { chainHeads } from "./heads.ts";
import { verifyStored } from "./verify-audit.ts";

const harness = useHarness();
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rubric-audit-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const actor = memberActor(newId(), ["admin"]);

async function append(orgId: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await harness.within(orgId, async (tx) => {
      // So that no two entries of one writer share a millisecond.
      await tx.execute(sql`select pg_sleep(0.002)`);
      await appendAudit(
        tx,
        orgId,
        actor,
        "organization.invite",
        { ip: "127.0.0.1", requestId: `r${n}`, userAgent: "" },
        { subject: { kind: "member", id: newId() }, after: { n, word: "who" } },
      );
    });
  }
}

/** A chain of 9 entries with checkpoints at 3, 6 and 9, and one entry after the last. */
async function anchoredChain() {
  const { org } = await makeOrg(harness);
  const file = join(folder, `${org.id}.jsonl`);
  for (let round = 0; round < 3; round += 1) {
    await append(org.id, 3);
    await writeCheckpoints(file, await headsOf(org.id), new Date());
  }
  await append(org.id, 1);
  return { orgId: org.id, file };
}

async function headsOf(orgId: string) {
  return (await chainHeads(harness.connection.db)).filter((head) => head.orgId === orgId);
}

async function verified(orgId: string, file: string) {
  const anchors = await readCheckpoints(file, orgId);
  return harness.within(orgId, (tx) => verifyStored(tx, orgId, anchors));
}

describe("law 13: the chain is verified against checkpoints outside the database", () => {
  it("finds nothing in a whole chain and says what is not yet anchored", async () => {
    const { orgId, file } = await anchoredChain();
    expect(await verified(orgId, file)).toMatchObject({
      entries: 10,
      verifiedTo: 10,
      notYetAnchored: 1,
      findings: [],
      anchor: { sequence: 9 },
    });
  });

  it("finds a flipped entry where it stands", async () => {
    const { orgId, file } = await anchoredChain();
    await asAttacker(
      harness,
      (db) => db`update audit_entry set actor_id = 'nobody'
      where org_id = ${orgId} and sequence = 5`,
    );
    const { findings, verifiedTo } = await verified(orgId, file);
    expect(findings).toEqual([{ kind: "changed", from: 5, to: 5 }]);
    expect(verifiedTo).toBe(4);
  });

  it("finds a changed and a deleted detail", async () => {
    const { orgId, file } = await anchoredChain();
    await asAttacker(harness, async (db) => {
      const [five, six] = await db<{ id: string }[]>`select id from audit_entry
        where org_id = ${orgId} and sequence in (5, 6) order by sequence`;
      await db`update audit_detail set details = jsonb_set(details, '{after,word}', '"x"')
        where org_id = ${orgId} and entry_id = ${five?.id ?? ""}`;
      await db`delete from audit_detail where org_id = ${orgId} and entry_id = ${six?.id ?? ""}`;
    });
    expect((await verified(orgId, file)).findings).toEqual([
      { kind: "detail_changed", from: 5, to: 5 },
      { kind: "detail_missing", from: 6, to: 6 },
    ]);
  });

  it("finds a detail that was emptied without an erasure in the trail", async () => {
    const { orgId, file } = await anchoredChain();
    await asAttacker(
      harness,
      (db) => db`update audit_detail set details = null, erased_at = now(),
        erased_reason = ${`erasure:${newId()}`} where org_id = ${orgId} and entry_id =
        (select id from audit_entry where org_id = ${orgId} and sequence = 4)`,
    );
    expect((await verified(orgId, file)).findings).toEqual([
      { kind: "detail_emptied", from: 4, to: 4 },
    ]);
  });

  it("finds a deleted entry, two that were swapped and a back-dated one without recomputed hashes", async () => {
    const { orgId, file } = await anchoredChain();
    await asAttacker(
      harness,
      (db) => db`delete from audit_entry where org_id = ${orgId} and sequence = 5`,
    );
    expect((await verified(orgId, file)).findings).toEqual([{ kind: "missing", from: 5, to: 5 }]);

    const swapped = await anchoredChain();
    await asAttacker(harness, async (db) => {
      await db`update audit_entry set sequence = 1005 where org_id = ${swapped.orgId} and sequence = 5`;
      await db`update audit_entry set sequence = 5 where org_id = ${swapped.orgId} and sequence = 4`;
      await db`update audit_entry set sequence = 4 where org_id = ${swapped.orgId} and sequence = 1005`;
    });
    const places = (await verified(swapped.orgId, swapped.file)).findings;
    expect(places).toContainEqual({ kind: "changed", from: 4, to: 4 });
    expect(places).toContainEqual({ kind: "changed", from: 5, to: 5 });

    const dated = await anchoredChain();
    await asAttacker(
      harness,
      (db) => db`update audit_entry set at = at - interval '1 day'
      where org_id = ${dated.orgId} and sequence = 8`,
    );
    expect((await verified(dated.orgId, dated.file)).findings).toContainEqual({
      kind: "back_dated",
      from: 8,
      to: 8,
    });
  });

  const forgeries: Record<string, (db: Sql, orgId: string) => Promise<unknown>> = {
    flip: (db, orgId) =>
      db`update audit_entry set actor_id = 'nobody' where org_id = ${orgId} and sequence = 5`,
    delete: (db, orgId) => db`delete from audit_entry where org_id = ${orgId} and sequence = 5`,
    swap: async (db, orgId) => {
      await db`update audit_entry set sequence = 1004 where org_id = ${orgId} and sequence = 4`;
      await db`update audit_entry set sequence = 4 where org_id = ${orgId} and sequence = 5`;
      await db`update audit_entry set sequence = 5 where org_id = ${orgId} and sequence = 1004`;
      await db`update audit_entry e set at = (select max(at) from audit_entry
        where org_id = ${orgId} and sequence in (4, 5)) where org_id = ${orgId} and sequence in (4, 5)`;
    },
    "back-date": (db, orgId) =>
      db`update audit_entry set at = (select at from audit_entry where org_id = ${orgId}
        and sequence = 4) where org_id = ${orgId} and sequence = 5`,
  };

  for (const [name, forge] of Object.entries(forgeries)) {
    it(`finds a ${name} by someone who recomputes every later hash, between two checkpoints`, async () => {
      const { orgId, file } = await anchoredChain();
      await asAttacker(harness, async (db) => {
        await forge(db, orgId);
        await recompute(db, orgId);
      });
      const { findings, verifiedTo, anchor } = await verified(orgId, file);
      expect(findings).toContainEqual({ kind: "forked", from: 4, to: 6 });
      expect(verifiedTo).toBe(3);
      expect(anchor?.sequence).toBe(3);
    });
  }

  it("finds a truncation by someone who sets the head back", async () => {
    const { orgId, file } = await anchoredChain();
    await asAttacker(harness, async (db) => {
      await db`delete from audit_entry where org_id = ${orgId} and sequence > 7`;
      await recompute(db, orgId);
    });
    expect((await verified(orgId, file)).findings).toEqual([{ kind: "truncated", from: 8, to: 9 }]);
  });

  it("finds a fork: the end cut off and other entries written in its place", async () => {
    const { orgId, file } = await anchoredChain();
    await asAttacker(harness, async (db) => {
      await db`delete from audit_entry where org_id = ${orgId} and sequence > 6`;
      await recompute(db, orgId);
    });
    await append(orgId, 8);
    const { findings, verifiedTo } = await verified(orgId, file);
    expect(findings).toEqual([{ kind: "forked", from: 7, to: 9 }]);
    expect(verifiedTo).toBe(6);
  });

  it("finds a line taken out of the checkpoint file, and passes over half a line", async () => {
    const { orgId, file } = await anchoredChain();
    const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
    await writeFile(file, `${lines.join("\n")}\n{"org":"${orgId.slice(0, 9)}`);
    expect(await readCheckpoints(file, orgId)).toMatchObject({ brokenAtLine: null });
    expect(await writeCheckpoints(file, await headsOf(orgId), new Date())).toBe(1);
    const whole = await readCheckpoints(file, orgId);
    expect(whole.brokenAtLine).toBeNull();
    expect(whole.checkpoints.map((one) => one.sequence)).toEqual([3, 6, 9, 10]);
    await writeFile(file, `${[lines[0], lines[2]].join("\n")}\n`);
    expect((await readCheckpoints(file, orgId)).brokenAtLine).toBe(2);
  });

  it("writes no line for a chain that has not moved", async () => {
    const { orgId, file } = await anchoredChain();
    expect(await writeCheckpoints(file, await headsOf(orgId), new Date())).toBe(1);
    expect(await writeCheckpoints(file, await headsOf(orgId), new Date())).toBe(0);
  });
});

describe("law 13: one unbroken chain under concurrency", () => {
  it("keeps the chain whole and its times in order with 32 writers at once", async () => {
    const { org } = await makeOrg(harness);
    await Promise.all(Array.from({ length: 32 }, () => append(org.id, 4)));
    const trail = await auditTrail(harness, org.id);
    expect(trail.map((entry) => entry.sequence)).toEqual(
      Array.from({ length: 128 }, (_, n) => n + 1),
    );
    const times = trail.map((entry) => entry.at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const file = join(folder, `${org.id}.jsonl`);
    expect(await verified(org.id, file)).toMatchObject({ findings: [], notYetAnchored: 128 });
  });

  it("keeps the address of a person outside the organization where it can be erased", async () => {
    const { org } = await makeOrg(harness);
    await harness.within(org.id, (tx) =>
      appendAudit(
        tx,
        org.id,
        { kind: "candidate", candidateId: newId() },
        "candidate.withdraw",
        { ip: "203.0.113.9", requestId: "r", userAgent: "" },
        { subject: { kind: "application", id: newId() } },
      ),
    );
    expect((await auditTrail(harness, org.id))[0]?.ip).toBe("");
  });
});
