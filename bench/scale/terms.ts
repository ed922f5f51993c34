import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Sql } from "postgres";
import { termsOf } from "../../packages/domain/src/candidate/terms.ts";

type Person = { org: string; id: string; name: string; email: string; headline: string };

const ROWS = 10_000;

/**
 * What everybody is found by, as the product makes it. Keys and indexes are made anew afterwards, as
 * they then are whole in a fraction of the time. Read by `sql`, written by `one`.
 */
export async function fillTerms(sql: Sql, one: Sql): Promise<void> {
  const kept = await one<{ name: string; made: string }[]>`
    select conname as name, pg_get_constraintdef(oid) as made from pg_constraint
    where conrelid = 'candidate_term'::regclass and contype in ('p', 'f') order by contype desc`;
  const indexes = await one<{ name: string; made: string }[]>`
    select indexname as name, indexdef as made from pg_indexes
    where tablename = 'candidate_term' and indexname not in ${one(kept.map(({ name }) => name))}`;
  for (const { name } of kept) await one`alter table candidate_term drop constraint ${one(name)}`;
  for (const { name } of indexes) await one`drop index ${one(name)}`;
  const people = sql<Person[]>`
    select org_id as org, id, name, email, headline from candidate order by org_id, id`.cursor(
    ROWS,
  );
  for await (const some of people) {
    const lines = some.flatMap(({ org, id, ...person }) =>
      termsOf(person).map(
        ({ kind, term, signature }) => `${org}\t${id}\t${kind}\t${term}\t${signature ?? "\\N"}\n`,
      ),
    );
    const into =
      await one`copy candidate_term (org_id, candidate_id, kind, term, signature) from stdin`.writable();
    await pipeline(Readable.from([lines.join("")]), into);
  }
  for (const { name, made } of kept) {
    await one.unsafe(`alter table candidate_term add constraint ${name} ${made}`);
  }
  for (const { made } of indexes) await one.unsafe(made);
}
