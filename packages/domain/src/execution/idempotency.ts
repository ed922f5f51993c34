import { type Given, isLockTimeout, prepared, put, type Tx } from "@rubric/db";
import { idempotency } from "@rubric/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { refuse } from "../errors.ts";
import type { Permission } from "../permissions.ts";
import { payloadHash } from "./payload-hash.ts";

export type Claim = {
  orgId: string;
  actorId: string;
  procedure: Permission;
  key: string;
  payloadHash: string;
};

/** What a key stands for: organization, actor, procedure and the input it was first used with. */
export async function claimOf(
  orgId: string,
  actorId: string,
  procedure: Permission,
  key: string,
  input: unknown,
): Promise<Claim> {
  return { orgId, actorId, procedure, key, payloadHash: await payloadHash(input, key) };
}

const claimOnce = prepared((db, of: Given<Claim & { at: Date }>) =>
  db
    .insert(idempotency)
    .values({
      orgId: of.orgId,
      actorId: of.actorId,
      procedure: of.procedure,
      key: of.key,
      payloadHash: of.payloadHash,
      createdAt: of.at,
    })
    .onConflictDoNothing()
    .returning({ waiting: sql`set_config('lock_timeout', '10s', true)` }),
);

const keepAnswer = prepared(
  (db, of: Given<Claim & { answer: unknown; candidateId: string | null }>) =>
    db
      .update(idempotency)
      .set({
        answer: put(idempotency.answer, of.answer),
        candidateId: put(idempotency.candidateId, of.candidateId),
      })
      .where(sameKey(of)),
);

/**
 * Claims the key as the first write of the command's transaction (law 14). A rival waits for its
 * commit, at most 2 s; the command itself then waits 10 s for a lock. Returns the stored answer if
 * the command was done before.
 */
export async function claim(
  tx: Tx,
  c: Claim,
  at: Date,
): Promise<{ answer: unknown; at: Date } | null> {
  const claimed = await claimOnce(tx, { ...c, at }).catch((error: unknown) => {
    if (isLockTimeout(error)) return refuse("KEY_IN_FLIGHT", {});
    throw error;
  });
  if (claimed.length === 1) return null;
  const [known] = await tx
    .select({
      payloadHash: idempotency.payloadHash,
      answer: idempotency.answer,
      at: idempotency.createdAt,
    })
    .from(idempotency)
    .where(sameKey(c));
  if (known === undefined) return refuse("KEY_IN_FLIGHT", {});
  if (known.payloadHash !== c.payloadHash) return refuse("KEY_REUSED", {});
  if (known.answer === null) return refuse("ANSWER_GONE", {});
  return { answer: known.answer, at: known.at };
}

/** Keeps the answer beside the key, in the command's own transaction. */
export async function remember(
  tx: Tx,
  c: Claim,
  answer: unknown,
  candidateId: string | undefined,
): Promise<void> {
  await keepAnswer(tx, { ...c, answer: answer ?? null, candidateId: candidateId ?? null });
}

function sameKey(c: Claim | Given<Claim>) {
  return and(
    eq(idempotency.orgId, c.orgId),
    eq(idempotency.actorId, c.actorId),
    eq(idempotency.procedure, c.procedure),
    eq(idempotency.key, c.key),
  );
}
