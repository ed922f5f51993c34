import { asSuperuser } from "@rubric/db/provision";
import { testCluster } from "@rubric/db/test-database";
import type { Sql } from "postgres";
import { z } from "zod";
import { entryHash, GENESIS } from "../src/audit/chain.ts";
import type { Harness } from "./harness.ts";

/** Writes past every grant and policy, as whoever owns the machine could. */
export async function asAttacker(
  harness: Harness,
  work: (db: Sql) => Promise<unknown>,
): Promise<void> {
  const url = new URL(testCluster() ?? "");
  url.pathname = new URL(harness.database.apiUrl).pathname;
  await asSuperuser(url.href, async (db) => {
    await work(db);
  });
}

const Stored = z.object({
  org_id: z.string(),
  sequence: z.coerce.number(),
  id: z.string(),
  at: z.date(),
  actor_kind: z.string(),
  actor_id: z.string(),
  action: z.string(),
  subject_kind: z.string(),
  subject_id: z.string(),
  ip: z.string(),
  request_id: z.string(),
  detail_digest: z.string(),
});

/** Numbers the entries anew and recomputes every hash and the head, as a careful forger does. */
export async function recompute(db: Sql, orgId: string): Promise<void> {
  const rows = await db`select * from audit_entry where org_id = ${orgId} order by sequence`;
  let previousHash = GENESIS;
  let sequence = 0;
  await db`update audit_entry set sequence = sequence + 100000 where org_id = ${orgId}`;
  for (const row of rows) {
    const one = Stored.parse(row);
    sequence += 1;
    const hash = entryHash({
      orgId,
      sequence,
      id: one.id,
      at: one.at,
      actorKind: one.actor_kind,
      actorId: one.actor_id,
      action: one.action,
      subjectKind: one.subject_kind,
      subjectId: one.subject_id,
      ip: one.ip,
      requestId: one.request_id,
      detailDigest: one.detail_digest,
      previousHash,
    });
    await db`update audit_entry set sequence = ${sequence}, hash = ${hash},
      previous_hash = ${previousHash} where org_id = ${orgId} and id = ${one.id}`;
    previousHash = hash;
  }
  await db`update audit_chain set sequence = ${sequence}, hash = ${previousHash}
    where org_id = ${orgId}`;
}
