import type { Tx } from "@rubric/db";
import { candidateTerm } from "@rubric/db/schema";
import { sql } from "drizzle-orm";
import { termsOf } from "./terms.ts";

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
