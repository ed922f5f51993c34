import { candidateTerm } from "@rubric/db/schema";
import { type SQL, sql } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import type { Asked, AskedWord, Span } from "./asked-words.ts";
import type { TermKind } from "./terms.ts";

/** More than this says enough of how common a word is. */
const COUNTED = 2000;

/** One way of being found: by a term of this kind, if the condition on the person's id holds, too. */
export type Step = { kind: TermKind; span: Span; and: (id: SQL) => SQL };

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
  if (whole !== null) steps.push({ kind: "whole", span: whole, and: () => sql`true` });
  for (const [at, kind] of rarest.kinds.entries()) {
    const before = rarest.kinds.slice(0, at);
    steps.push({
      kind,
      span: rarest.begins,
      and: (id) =>
        all([
          notWhole(id),
          ...(before.length === 0 ? [] : [sql`not ${has(id, before, rarest.begins)}`]),
          ...others.map((word) => begins(id, word)),
        ]),
    });
  }
  if (rarest.near.length > 0) {
    const nearly = (id: SQL, word: AskedWord) =>
      sql`(${begins(id, word)} or ${has(id, ["near"], { any: word.near })})`;
    steps.push({
      kind: "near",
      span: { any: rarest.near },
      and: (id) =>
        all([
          notWhole(id),
          sql`not (${all([rarest, ...others].map((word) => begins(id, word)))})`,
          ...others.map((word) => nearly(id, word)),
        ]),
    });
  }
  return steps;
}

/** That a term lies in a span; `of` is the table's name in its statement. */
export function inSpan(of: SQL, span: Span): SQL {
  return "any" in span
    ? sql`${of}.term = any(${sql.param([...span.any])}::text[])`
    : sql`${of}.term >= ${span.from} and ${of}.term < ${span.to}`;
}

function bears(ctx: Ctx, id: SQL, kinds: readonly TermKind[], span: Span): SQL {
  return sql`exists (select from ${candidateTerm} other where other.org_id = ${ctx.org.id}
    and other.candidate_id = ${id} and other.kind = any(${sql.param([...kinds])}::text[])
    and ${inSpan(sql`other`, span)} offset 0)`;
}

function all(conditions: readonly SQL[]): SQL {
  return sql.join([...conditions], sql` and `);
}

/** The words, those first that the fewest people have. */
export async function byRarity(ctx: Ctx, words: readonly AskedWord[]): Promise<AskedWord[]> {
  if (words.length < 2) return [...words];
  const counts = words.flatMap((word, at) =>
    word.kinds.map(
      (kind) => sql`select ${at}::int as at, count(*)::int as many from (
        select from ${candidateTerm} one where one.org_id = ${ctx.org.id} and one.kind = ${kind}
          and ${inSpan(sql`one`, word.begins)} limit ${COUNTED}) counted`,
    ),
  );
  const rows = await ctx.read.execute<{ at: number; many: number }>(
    sql.join(counts, sql` union all `),
  );
  const many = (at: number) =>
    rows.filter((row) => row.at === at).reduce((sum, row) => sum + row.many, 0);
  return words
    .map((word, at) => ({ word, many: many(at) }))
    .toSorted((a, b) => a.many - b.many)
    .map(({ word }) => word);
}
