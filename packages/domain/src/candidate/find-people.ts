import { candidateTerm } from "@rubric/db/schema";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { Id } from "../wire.ts";
import type { Asked } from "./asked-words.ts";
import { inSpan, type Step, stepsOf } from "./search-steps.ts";

/**
 * Who may be found: some known people, or all of whom a condition on their id holds. Few are asked
 * one by one for the words; among all, the words are asked one by one for who may be found.
 */
export type Reach = { ids: readonly string[] } | { holds: (id: SQL) => SQL };

type Ctx = Pick<ReadCtx, "read" | "org">;
type Hit = { id: string; term: string };

const Hits = z.array(z.object({ id: Id, term: z.string() }));

/**
 * At most `limit` people with all that was asked for, the best found first, then by the word that
 * they were found by, the newest first. Behind the person `after`, where there is one; from the
 * beginning if that person is not there any more.
 */
export async function findPeople(
  ctx: Ctx,
  asked: Asked,
  within: { reach: Reach; after: string | null; limit: number },
): Promise<string[]> {
  const steps = await stepsOf(ctx, asked);
  const place = within.after === null ? null : await placeOf(ctx, steps, within.after);
  const found: string[] = [];
  for (const [at, step] of steps.entries()) {
    if (found.length === within.limit) break;
    if (place !== null && at < place.step) continue;
    const after = place !== null && at === place.step ? place : null;
    const limit = within.limit - found.length;
    found.push(...(await hits(ctx, step, within.reach, after, limit)).map((hit) => hit.id));
  }
  return found;
}

/** By which step, and by which word, somebody is found. */
async function placeOf(ctx: Ctx, steps: readonly Step[], id: string) {
  for (const [at, step] of steps.entries()) {
    const [hit] = await hits(ctx, step, { ids: [id] }, null, 1);
    if (hit !== undefined) return { step: at, ...hit };
  }
  return null;
}

async function hits(
  ctx: Ctx,
  step: Step,
  reach: Reach,
  after: Hit | null,
  limit: number,
): Promise<Hit[]> {
  const query = "ids" in reach ? amongFew : amongAll;
  return Hits.parse([...(await ctx.read.execute(query(ctx, step, reach, after, limit)))]);
}

/** For each of these people their first term in the span, if they have one, by the primary key. */
function amongFew(
  { org }: Ctx,
  { kind, span, and }: Step,
  reach: Reach,
  after: Hit | null,
  limit: number,
): SQL {
  const ids = "ids" in reach ? reach.ids : [];
  const id = sql`person.id`;
  return sql`select person.id, hit.term from unnest(${sql.param([...ids])}::uuid[]) person (id)
    cross join lateral (select one.term from ${candidateTerm} one where one.org_id = ${org.id}
      and one.candidate_id = person.id and one.kind = ${kind} and ${inSpan(sql`one`, span)}
      order by one.term limit 1) hit
    where ${behind(sql`hit.term`, id, after)} and ${and(id)}
    order by hit.term, person.id desc limit ${limit}`;
}

/** Along the index of terms, until there are enough. */
function amongAll(
  { org }: Ctx,
  { kind, span, and }: Step,
  reach: Reach,
  after: Hit | null,
  limit: number,
): SQL {
  const id = sql`one.candidate_id`;
  const found = (where: SQL) => sql`select one.candidate_id as id, one.term
    from ${candidateTerm} one where one.org_id = ${org.id} and one.kind = ${kind} and ${where}
      and ${behind(sql`one.term`, id, after)} and ${and(id)}
      and not exists (select from ${candidateTerm} before where before.org_id = one.org_id
        and before.candidate_id = one.candidate_id and before.kind = one.kind
        and ${inSpan(sql`before`, span)} and before.term < one.term offset 0)
      and ${"holds" in reach ? reach.holds(id) : sql`true`}
    order by one.term, one.candidate_id desc limit ${limit}`;
  if ("from" in span) return found(inSpan(sql`one`, span));
  return sql`select found.* from unnest(${sql.param([...span.any])}::text[]) slip (term)
    cross join lateral (${found(sql`one.term = slip.term`)}) found
    order by found.term, found.id desc limit ${limit}`;
}

function behind(term: SQL, id: SQL, after: Hit | null): SQL {
  if (after === null) return sql`true`;
  return sql`${term} >= ${after.term} and (${term} > ${after.term} or ${id} < ${after.id})`;
}
