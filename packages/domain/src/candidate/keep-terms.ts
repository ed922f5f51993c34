import type { Database, Tx } from "@rubric/db";
import { candidate, candidateTerm } from "@rubric/db/schema";
import { and, asc, eq, inArray, isNull, not, sql } from "drizzle-orm";
import { termsOf } from "./terms.ts";

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
  const column = (name: keyof (typeof rows)[number]) => sql.param(rows.map((row) => row[name]));
  // Three arrays, so that it is one statement to the server however many there are.
  await tx.execute(sql`
    insert into ${candidateTerm} (org_id, candidate_id, kind, term)
    select ${orgId}, made.* from unnest(${column("candidateId")}::uuid[], ${column("kind")}::text[],
      ${column("term")}::text[]) as made (candidate_id, kind, term)
    on conflict do nothing`);
}

/**
 * Keeps the terms of people whom a version before this one wrote down, of at most 500 at once; says
 * of how many. Until then they are not found by their words.
 */
export async function keepMissingTerms(db: Database, orgId: string): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.org', ${orgId}, true)`);
    const people = await tx
      .select({
        id: candidate.id,
        name: candidate.name,
        email: candidate.email,
        headline: candidate.headline,
      })
      .from(candidate)
      .where(and(eq(candidate.orgId, orgId), not(candidate.searchable), isNull(candidate.erasedAt)))
      .orderBy(asc(candidate.id))
      .limit(BATCH)
      .for("update", { skipLocked: true });
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
