import type { Statement, Values } from "@rubric/db";
import { sql, type SQL } from "drizzle-orm";
import { authorize } from "../authorize.ts";
import { refuse } from "../errors.ts";
import { type Permission, permissionRow } from "../permissions.ts";
import type { Call, Deps } from "./deps.ts";
import { openedFrom, openingOf, openingStatement, openingValues } from "./opening.ts";

/**
 * A query verb that asks the database one question, which needs nothing but the input and who calls:
 * it travels with the statement that opens the call, and no other round trip is made.
 */
export type Look<I, V> = {
  ask: (input: I) => Asked;
  /** The view of what was found: the question's rows as JSON. */
  view: (rows: readonly unknown[], input: I) => V;
};

type Asked = {
  /** Tells apart the questions of one verb: each is made and prepared once. */
  shape: string;
  /** A select from tables of the organization, beside the rows `call` (`org_id`) and `member` (`id`). */
  select: () => SQL;
  /** What its placeholders stand for. */
  values: Values;
};

const made = new Map<string, Statement>();

/**
 * Runs a look: one statement, a transaction of its own, sets the organization, finds member, subject
 * and ties, and asks the question. What it found is handed on only once the caller may have it, by
 * the rules that every call obeys.
 */
export async function runLook<I, V>(
  deps: Deps,
  call: Call,
  { permission, subjectId }: { permission: Permission; subjectId: string | null },
  look: Look<I, V>,
  input: I,
): Promise<V> {
  const { on, impartial, unsealed } = permissionRow(permission);
  if (impartial === true || unsealed === true) throw new Error(`${permission} asks for more.`);
  if (call.who === undefined) return refuse("FORBIDDEN", {});
  const asked = look.ask(input);
  const question = statementOf(permission, call.who.by, asked);
  const values = {
    ...asked.values,
    ...openingValues(call, { on, subjectId, readOnly: true }),
  };
  const found = await run(deps, question, values);
  const opened = openedFrom(found["opened"], { on, subjectId }, deps);
  const actor = await call.actor(deps.db, opened);
  await authorize(deps.db, actor, call.org, permission, subjectId, opened);
  return look.view(opened.page, input);
}

function statementOf(
  permission: Permission,
  by: NonNullable<Call["who"]>["by"],
  { shape, select }: Asked,
): Statement {
  const name = `${permission} ${by} ${shape}`;
  const known = made.get(name);
  if (known !== undefined) return known;
  const { from, row } = openingOf(permissionRow(permission).on, by);
  const page = sql`(select coalesce(json_agg(page), '[]') from (${select()}) page)`;
  const question = openingStatement(sql`select ${row}, ${page} as page from ${from}`);
  made.set(name, question);
  return question;
}

/** By itself where the process has a way for such statements; else as any transaction. */
async function run({ db, look }: Deps, question: Statement, values: Values) {
  const [found] =
    look === undefined
      ? await db.transaction((tx) => tx.execute(question.query(values)))
      : await look(question.text, question.values(values));
  if (found === undefined) throw new Error("The question was not answered.");
  return found;
}
