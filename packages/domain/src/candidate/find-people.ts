import { candidateTerm } from "@rubric/db/schema";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { Id } from "../wire.ts";
import type { Asked } from "./asked-words.ts";
import { byPlace, type Place, placeOf } from "./place.ts";
import { byRarity, inSpan, type Step, stepsOf } from "./search-steps.ts";

/**
 * Who may be found: some known people, those whom a select names as `id`, or all of whom a condition
 * on their id holds. What few have is read and looked through; else the words are gone through.
 */
export type Reach = { ids: readonly string[] } | { among: SQL } | { holds: (id: SQL) => SQL };
type Walked = Exclude<Reach, { ids: readonly string[] }>;

type Ctx = Pick<ReadCtx, "read" | "org">;
type Found = { id: string; place: Place };
/** A step from where it begins, and how many who bear its terms are looked at. */
type Walk = Step & { after: Found | null; looked: number };

/**
 * Who bears a word beyond so many others is not looked at: of two words that hundreds of thousands
 * bear, and hardly anybody both, the search would end with a time-out. Who asked is told so.
 */
const LOOKED = 8000;
/** Whose signature lacks another word is asked nothing: so many more are looked at. */
const LOOKED_SIGNED = 20_000;
/** Whom a select names are told apart from others in a tenth of the time: so many more are looked at. */
const LOOKED_AMONG = 40_000;
/** A word alone is asked for nothing else. */
const LOOKED_ALONE = 200_000;

const Hits = z.array(z.object({ id: Id, term: z.string() }));
const CutOff = z.tuple([z.object({ cut_off: z.boolean() })]);

/**
 * At most `limit` people with all that was asked for, the best found first, then by the word that
 * they were found by, the newest first. Behind the person `after`, where there is one; from the
 * beginning if that person is not there any more. `partial` says that there may be more, among those
 * who were not looked at.
 */
export async function findPeople(
  ctx: Ctx,
  asked: Asked,
  within: { reach: Reach; after: string | null; limit: number },
): Promise<{ ids: string[]; partial: boolean }> {
  const { reach, limit } = within;
  if (asked.words.length === 0) return { ids: [], partial: false };
  const ordered = { ...asked, words: await byRarity(ctx, asked.words) };
  const [last] = await placesOf(ctx, ordered, await reachable(ctx, reach, within.after));
  if ("ids" in reach) {
    const found = (await placesOf(ctx, ordered, reach.ids)).toSorted(byPlace);
    const from = last === undefined ? found : found.filter((one) => byPlace(last, one) < 0);
    return { ids: from.slice(0, limit).map(({ id }) => id), partial: false };
  }
  const walks = stepsOf(ctx, ordered).flatMap((step, at): Walk[] => {
    if (last !== undefined && at < last.place.step) return [];
    const after = last !== undefined && at === last.place.step ? last : null;
    return [{ ...step, after, looked: lookedOf(reach, ordered, step) }];
  });
  if (walks.length === 0) return { ids: [], partial: false };
  // Step by step: the next is not begun where the ones before it found enough.
  const hits = sql`${"among" in reach ? sql`with reach as materialized (${reach.among})` : sql``}
    select hit.id, hit.term from (${sql.join(
      walks.map((walk) => sql`(${along(ctx, walk, reach, limit)})`),
      sql` union all `,
    )}) hit limit ${limit}`;
  const ids = Hits.parse([...(await ctx.read.execute(hits))]).map(({ id }) => id);
  return { ids, partial: ids.length < limit && (await isCutOff(ctx, walks)) };
}

function lookedOf(reach: Walked, { words }: Asked, { signature }: Step): number {
  if ("holds" in reach) return signature === 0n ? LOOKED : LOOKED_SIGNED;
  return words.length === 1 ? LOOKED_ALONE : LOOKED_AMONG;
}

/** Whether more people bear a walk's terms than were looked at. */
async function isCutOff(ctx: Ctx, walks: readonly Walk[]): Promise<boolean> {
  const beyond = walks.map(({ kind, span, after, looked }) =>
    "from" in span
      ? sql`exists (${termsOf(ctx, kind, inSpan(sql`one`, span), after)} limit 1 offset ${looked})`
      : sql`exists (select from unnest(${sql.param([...span.any])}::text[]) slip (term)
          where exists (${termsOf(ctx, kind, sql`one.term = slip.term`, after)}
            limit 1 offset ${eachOf(span.any, looked)}))`,
  );
  const asked = sql`select (${sql.join(beyond, sql` or `)}) as cut_off`;
  return CutOff.parse([...(await ctx.read.execute(asked))])[0].cut_off;
}

/** The person behind whom a page begins, if they may be found: else their place would tell of them. */
async function reachable(ctx: Ctx, reach: Reach, after: string | null): Promise<string[]> {
  if (after === null) return [];
  if ("ids" in reach) return reach.ids.includes(after) ? [after] : [];
  const found =
    "among" in reach
      ? sql`select from (${reach.among}) one where one.id = ${after}::uuid`
      : sql`select where ${reach.holds(sql`${after}::uuid`)}`;
  return (await ctx.read.execute(found)).length === 0 ? [] : [after];
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
 * has those about words asked before the dearer one, who may be found; `case` has those who are named,
 * and those whom an earlier step met, looked up in a hash table.
 */
function along(ctx: Ctx, walk: Walk, reach: Walked, limit: number): SQL {
  const { kind, span, before, and } = walk;
  const among =
    "among" in reach
      ? sql`case when one.candidate_id in (select id from reach) then true end and`
      : sql``;
  // Only saves time, since `and` asks the same: of whom a select names few are left to be asked.
  const notMet = ("among" in reach ? [] : before).map((earlier) => {
    const met = bearing(ctx, { ...walk, kind: earlier, after: null });
    return sql`case when one.candidate_id in (select met.candidate_id from (${met}) met)
      then false else true end and `;
  });
  const holds = "holds" in reach ? sql`and ${reach.holds(sql`found.id`)}` : sql``;
  return sql`select found.id, found.term from (
      select one.candidate_id as id, one.term from (${bearing(ctx, walk)}) one
      where ${among} ${sql.join(notMet)} ${and(sql`one.candidate_id`)}
      order by one.term, one.candidate_id desc offset 0) found
    where not exists (select from ${candidateTerm} before where before.org_id = ${ctx.org.id}
        and before.candidate_id = found.id and before.kind || '' = ${kind}
        and ${inSpan(sql`before`, span)} and before.term < found.term offset 0)
      ${holds}
    order by found.term, found.id desc limit ${limit}`;
}

/**
 * The first who bear a term of the span, in their order, but for those whose signature lacks another
 * word; each of them once where it is a slip, as most bear several: what is asked of them next costs
 * far more than to read them.
 */
function bearing(ctx: Ctx, { kind, span, after, looked, signature }: Walk): SQL {
  if ("from" in span) {
    const first = sql`${termsOf(ctx, kind, inSpan(sql`one`, span), after)} limit ${looked}`;
    if (signature === 0n) return first;
    // An earlier version wrote none down.
    return sql`select one.candidate_id, one.term from (${first}) one
      where (one.signature & ${signature}::bigint = ${signature}::bigint) is not false`;
  }
  const ofSlip = termsOf(ctx, kind, sql`one.term = slip.term`, after);
  return sql`select one.candidate_id, min(one.term) as term
    from unnest(${sql.param([...span.any])}::text[]) slip (term)
    cross join lateral (${ofSlip} limit ${eachOf(span.any, looked)}) one
    group by one.candidate_id order by 2, 1 desc limit ${looked}`;
}

const eachOf = (slips: readonly string[], looked: number) => Math.ceil(looked / slips.length);

function termsOf({ org }: Ctx, kind: Step["kind"], where: SQL, after: Found | null): SQL {
  return sql`select one.candidate_id, one.term, one.signature from ${candidateTerm} one
    where one.org_id = ${org.id} and one.kind = ${kind} and ${where} and ${behind(after)}
    order by one.term, one.candidate_id desc`;
}

function behind(after: Found | null): SQL {
  if (after === null) return sql`true`;
  const { term } = after.place;
  return sql`one.term >= ${term} and (one.term > ${term} or one.candidate_id < ${after.id})`;
}
