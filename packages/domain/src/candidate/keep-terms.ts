import type { Database, Tx } from "@rubric/db";
import { candidate, candidateTerm } from "@rubric/db/schema";
import { and, asc, desc, eq, inArray, isNull, not, type SQL, sql } from "drizzle-orm";
import { SIGNED, signatureOfPerson, termsOf } from "./terms.ts";

const BATCH = 500;

type Person = { id: string; name: string; email: string; headline: string };

/**
 * Keeps what people are found by, in the transaction that makes them. What is known of a candidate
 * does not change afterwards; erasure takes it away (`retention/remove-person.ts`).
 */
export async function keepTerms(tx: Tx, orgId: string, people: readonly Person[]): Promise<void> {
  const rows = people.flatMap(({ id, ...person }) =>
    termsOf(person).map((one) => ({ candidateId: id, ...one })),
  );
  const column = (name: keyof (typeof rows)[number]) =>
    sql.param(rows.map((row) => row[name]?.toString() ?? null));
  // Four arrays, so that it is one statement to the server however many there are.
  await tx.execute(sql`
    insert into ${candidateTerm} (org_id, candidate_id, kind, term, signature)
    select ${orgId}, made.* from unnest(${column("candidateId")}::uuid[], ${column("kind")}::text[],
      ${column("term")}::text[], ${column("signature")}::bigint[])
      as made (candidate_id, kind, term, signature)
    on conflict do nothing`);
}

/**
 * Keeps the terms of people whom a version before this one wrote down, of at most 500 at once; says
 * of how many. Until then they are not found by their words.
 */
export async function keepMissingTerms(db: Database, orgId: string): Promise<number> {
  return inOrg(db, orgId, async (tx) => {
    const people = await peopleFor(tx, and(eq(candidate.orgId, orgId), not(candidate.searchable)));
    if (people.length === 0) return 0;
    await keepTerms(tx, orgId, people);
    const ids = people.map(({ id }) => id);
    await tx
      .update(candidate)
      .set({ searchable: true })
      .where(and(eq(candidate.orgId, orgId), inArray(candidate.id, ids)));
    return people.length;
  });
}

/**
 * Signs the terms of people whom a version before signatures wrote down, of at most 500 at once, the
 * newest first; says of how many. Until then a search of several words asks each of them.
 */
export async function signTerms(db: Database, orgId: string): Promise<number> {
  return inOrg(db, orgId, async (tx) => {
    const unsigned = tx
      .select({ id: candidateTerm.candidateId })
      .from(candidateTerm)
      .where(
        and(
          eq(candidateTerm.orgId, orgId),
          eq(candidateTerm.kind, "mail"),
          isNull(candidateTerm.signature),
        ),
      )
      .orderBy(desc(candidateTerm.candidateId))
      .limit(BATCH);
    const people = await peopleFor(
      tx,
      and(eq(candidate.orgId, orgId), inArray(candidate.id, unsigned)),
    );
    if (people.length === 0) return 0;
    const ids = sql.param(people.map(({ id }) => id));
    const signatures = sql.param(people.map((person) => signatureOfPerson(person).toString()));
    // All that they have, whatever the version that wrote it found them by.
    await tx.execute(sql`
      update ${candidateTerm} set signature = made.signature
      from unnest(${ids}::uuid[], ${signatures}::bigint[]) as made (id, signature)
      where ${candidateTerm.orgId} = ${orgId} and ${candidateTerm.candidateId} = made.id
        and ${inArray(candidateTerm.kind, [...SIGNED])}`);
    return people.length;
  });
}

async function inOrg<T>(db: Database, orgId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.org', ${orgId}, true)`);
    return work(tx);
  });
}

async function peopleFor(tx: Tx, such: SQL | undefined): Promise<Person[]> {
  return tx
    .select({
      id: candidate.id,
      name: candidate.name,
      email: candidate.email,
      headline: candidate.headline,
    })
    .from(candidate)
    .where(and(such, isNull(candidate.erasedAt)))
    .orderBy(asc(candidate.id))
    .limit(BATCH)
    .for("update", { skipLocked: true });
}
