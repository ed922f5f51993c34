import { candidateTerm } from "@rubric/db/schema";
import { type SQL, sql } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import type { Asked, AskedWord, Span } from "./asked-words.ts";
import { signatureOf, type TermKind } from "./terms.ts";

/** More than this says enough of how common a word is. */
const COUNTED = 2000;
const COUNTED_SLIPS = 10_000;

/**
 * One way of being found: by a term of this kind, if the condition on the person's id holds, too.
 * Whoever bears such a term of one of the kinds `before` is found earlier.
 */
export type Step = {
  kind: TermKind;
  span: Span;
  before: readonly TermKind[];
  /** What a signature must have beside the bits of the word itself; 0 where nothing is told by it. */
  signature: bigint;
  and: (id: SQL) => SQL;
};

type Ctx = Pick<ReadCtx, "read" | "org">;

/**
 * The ways in which what was asked for is found, the best first: the name begins with it; its words
 * stand in the name, the address, the headline; they are a slip away from those of the name. Nobody
 * is found by two of them. Each walks along one index from the first word, which is to be the rarest,
 * and asks for the others.
 */
export function stepsOf(ctx: Ctx, asked: Asked): Step[] {
  const [rarest, ...others] = asked.words;
  if (rarest === undefined) return [];
  const has = (id: SQL, kinds: readonly TermKind[], span: Span) => bears(ctx, id, kinds, span);
  const begins = (id: SQL, word: AskedWord) => has(id, word.kinds, word.begins);
  const { whole } = asked;
  const notWhole = (id: SQL) =>
    whole === null ? sql`true` : sql`not ${has(id, ["whole"], whole)}`;
  const steps: Step[] = [];
  if (whole !== null) {
    steps.push({ kind: "whole", span: whole, before: [], signature: 0n, and: () => sql`true` });
  }
  const signature = signatureOf(others.flatMap(beginningsOf)) & ~signatureOf(beginningsOf(rarest));
  for (const [at, kind] of rarest.kinds.entries()) {
    const before = rarest.kinds.slice(0, at);
    steps.push({
      kind,
      span: rarest.begins,
      before,
      signature,
      and: (id) =>
        all([
          ...others.map((word) => begins(id, word)),
          notWhole(id),
          ...(before.length === 0 ? [] : [sql`not ${has(id, before, rarest.begins)}`]),
        ]),
    });
  }
  if (rarest.near.length > 0) {
    const nearly = (id: SQL, word: AskedWord) =>
      sql`(${begins(id, word)} or ${has(id, ["near"], { any: word.near })})`;
    steps.push({
      kind: "near",
      span: { any: rarest.near },
      before: [],
      signature: 0n,
      and: (id) =>
        all([
          ...others.map((word) => nearly(id, word)),
          notWhole(id),
          sql`not (${all([rarest, ...others].map((word) => begins(id, word)))})`,
        ]),
    });
  }
  return steps;
}

function beginningsOf({ begins: span }: AskedWord): string[] {
  return "from" in span ? [span.from] : [];
}

/** That a term lies in a span; `of` is the table's name in its statement. */
export function inSpan(of: SQL, span: Span): SQL {
  return "any" in span
    ? sql`${of}.term = any(${sql.param([...span.any])}::text[])`
    : sql`${of}.term >= ${span.from} and ${of}.term < ${span.to}`;
}

/** `kind || ''` leaves the planner one index, the primary key: by the other all who bear a word are read. */
function bears(ctx: Ctx, id: SQL, kinds: readonly TermKind[], span: Span): SQL {
  return sql`exists (select from ${candidateTerm} other where other.org_id = ${ctx.org.id}
    and other.candidate_id = ${id} and other.kind || '' = any(${sql.param([...kinds])}::text[])
    and ${inSpan(sql`other`, span)} offset 0)`;
}

function all(conditions: readonly SQL[]): SQL {
  return sql.join([...conditions], sql` and `);
}

/**
 * The words, those first that the fewest people have; of those that many have, those first that
 * stand in names, and of these the last, which mostly is the family's. Of words that begin nobody's,
 * what is a slip away is counted; what begins very many was not mistyped. A word alone is not counted:
 * its page is full before that would matter.
 */
export async function byRarity(ctx: Ctx, words: readonly AskedWord[]): Promise<AskedWord[]> {
  if (words.length < 2) return [...words];
  const counts = await countsOf(
    ctx,
    words.map((word) => word.kinds.map((kind) => ({ kind, span: word.begins }))),
    COUNTED,
  );
  const slips = await countsOf(
    ctx,
    words.map((word, at) =>
      (counts[at] ?? []).every((many) => many === 0)
        ? [{ kind: "near", span: { any: word.near } }]
        : [],
    ),
    COUNTED_SLIPS,
  );
  const sum = (many: readonly number[] = []) => many.reduce((all, one) => all + one, 0);
  return words
    .map((word, at) => ({
      word,
      at,
      slips: sum(slips[at]),
      many: Math.min(COUNTED, sum(counts[at])),
      inLines: counts[at]?.[word.kinds.indexOf("line")] ?? 0,
    }))
    .toSorted(
      (a, b) => a.many - b.many || a.slips - b.slips || a.inLines - b.inLines || b.at - a.at,
    )
    .map(({ word, many }) => (many < COUNTED ? word : { ...word, near: [] }));
}

/** For each list of spans how many terms lie in each of them, counted up to `most`. */
async function countsOf(
  ctx: Ctx,
  lists: readonly (readonly { kind: TermKind; span: Span }[])[],
  most: number,
): Promise<number[][]> {
  const parts = lists.flatMap((list, at) =>
    list.map(
      ({ kind, span }, nth) => sql`select ${at}::int as at, ${nth}::int as nth,
        (select count(*)::int from (select from ${candidateTerm} one
          where one.org_id = ${ctx.org.id} and one.kind = ${kind} and ${inSpan(sql`one`, span)}
          limit ${most}) counted) as many`,
    ),
  );
  if (parts.length === 0) return [];
  const rows = await ctx.read.execute<{ at: number; nth: number; many: number }>(
    sql.join(parts, sql` union all `),
  );
  return lists.map((list, at) =>
    list.map((_, nth) => rows.find((row) => row.at === at && row.nth === nth)?.many ?? 0),
  );
}
