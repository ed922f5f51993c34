import { candidateTerm } from "@rubric/db/schema";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { Id } from "../wire.ts";
import type { Asked } from "./asked-words.ts";
import { byPlace, type Place, placeOf } from "./place.ts";
import { byRarity, inSpan, type Step, stepsOf } from "./search-steps.ts";

/**
 * Who may be found: some known people, or all of whom a condition on their id holds. What few have
 * is read and looked through; among all, the words are gone through for who may be found.
 */
export type Reach = { ids: readonly string[] } | { holds: (id: SQL) => SQL };

type Ctx = Pick<ReadCtx, "read" | "org">;
type Found = { id: string; place: Place };

/**
 * Who bears a word beyond so many others is not asked for the rest of the words: of two words that
 * hundreds of thousands bear, and hardly anybody both, the search would end with a time-out.
 */
const LOOKED = 20_000;

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
  const { reach, limit } = within;
  if (asked.words.length === 0) return [];
  const ordered = { ...asked, words: await byRarity(ctx, asked.words) };
  const [last] = within.after === null ? [] : await placesOf(ctx, ordered, [within.after]);
  if ("ids" in reach) {
    const found = (await placesOf(ctx, ordered, reach.ids)).toSorted(byPlace);
    const from = last === undefined ? found : found.filter((one) => byPlace(last, one) < 0);
    return from.slice(0, limit).map(({ id }) => id);
  }
  const found: string[] = [];
  for (const [at, step] of stepsOf(ctx, ordered).entries()) {
    if (found.length === limit) break;
    if (last !== undefined && at < last.place.step) continue;
    const after = last !== undefined && at === last.place.step ? last : null;
    const hits = along(ctx, step, reach.holds, after, limit - found.length);
    found.push(...Hits.parse([...(await ctx.read.execute(hits))]).map(({ id }) => id));
  }
  return found;
}

/** Where each of these people is found, those left out who are not; by all of their terms at once. */
async function placesOf(
  { read, org }: Ctx,
  asked: Asked,
  ids: readonly string[],
): Promise<Found[]> {
  if (ids.length === 0) return [];
  const terms = await read
    .select({ id: candidateTerm.candidateId, kind: candidateTerm.kind, term: candidateTerm.term })
    .from(candidateTerm)
    .where(
      sql`${candidateTerm.orgId} = ${org.id}
        and ${candidateTerm.candidateId} = any(${sql.param([...ids])}::uuid[])
        and (${sql.join(
          [asked.whole, ...asked.words.flatMap(({ begins, near }) => [begins, { any: near }])]
            .filter((span) => span !== null)
            .map((span) => inSpan(sql`${candidateTerm}`, span)),
          sql` or `,
        )})`,
    );
  return [...Map.groupBy(terms, ({ id }) => id)].flatMap(([id, own]) => {
    const place = placeOf(asked, own);
    return place === null ? [] : [{ id, place }];
  });
}

/**
 * Along the index of terms, until there are enough. `offset 0` keeps each question one of a row, and
 * has those about words asked before the dearer one, who may be found.
 */
function along(
  { org }: Ctx,
  { kind, span, and }: Step,
  holds: (id: SQL) => SQL,
  after: Found | null,
  limit: number,
): SQL {
  const found = (where: SQL) => sql`select found.id, found.term from (
      select one.candidate_id as id, one.term from (
        select one.candidate_id, one.term from ${candidateTerm} one
        where one.org_id = ${org.id} and one.kind = ${kind} and ${where} and ${behind(after)}
        order by one.term, one.candidate_id desc limit ${LOOKED}) one
      where ${and(sql`one.candidate_id`)}
      order by one.term, one.candidate_id desc offset 0) found
    where not exists (select from ${candidateTerm} before where before.org_id = ${org.id}
        and before.candidate_id = found.id and before.kind || '' = ${kind}
        and ${inSpan(sql`before`, span)} and before.term < found.term offset 0)
      and ${holds(sql`found.id`)}
    order by found.term, found.id desc limit ${limit}`;
  if ("from" in span) return found(inSpan(sql`one`, span));
  return sql`select hit.* from unnest(${sql.param([...span.any])}::text[]) slip (term)
    cross join lateral (${found(sql`one.term = slip.term`)}) hit
    order by hit.term, hit.id desc limit ${limit}`;
}

function behind(after: Found | null): SQL {
  if (after === null) return sql`true`;
  const { term } = after.place;
  return sql`one.term >= ${term} and (one.term > ${term} or one.candidate_id < ${after.id})`;
}
