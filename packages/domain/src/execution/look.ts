import type { Reader, Statement, Values } from "@rubric/db";
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
export type Look<I, V, R = unknown> = {
  ask: (input: I) => Asked;
  /** The view of what was found: the question's rows as JSON has them. */
  view: (rows: readonly R[], input: I) => V;
};

type Asked = {
  /** Tells apart the questions of one verb: each is made and prepared once. */
  shape: string;
  /**
   * A select from tables of the organization, beside the rows `call` (`org_id`) and `member` (`id`).
   * With `own` it leaves out what law 7 hides from who is a candidate themselves.
   */
  select: (of: { own: boolean }) => SQL;
  /** What its placeholders stand for. */
  values: Values;
};

type Found = Readonly<Record<string, unknown>> | undefined;

/**
 * Runs a look: one statement, a transaction of its own, sets the organization, finds member, subject
 * and ties, and asks the question. What it found is handed on only once the caller may have it, by
 * the rules that every call obeys. Who may be a candidate themselves, and any process without a way
 * for such statements, is answered in an ordinary transaction.
 */
export async function runLook<I, V, R>(
  deps: Deps,
  call: Call,
  { permission, subjectId }: { permission: Permission; subjectId: string | null },
  look: Look<I, V, R>,
  input: I,
): Promise<V> {
  const { on, impartial, unsealed } = permissionRow(permission);
  if (impartial === true || unsealed === true) throw new Error(`${permission} asks for more.`);
  if (call.who === undefined) return refuse("FORBIDDEN", {});
  const { by } = call.who;
  const asked = look.ask(input);
  const values = {
    ...asked.values,
    ...openingValues(call, { on, subjectId, readOnly: true }),
  };
  const opened = (found: Found) => openedFrom(found?.["opened"], { on, subjectId }, deps);
  const answer = async (read: Reader, of: ReturnType<typeof opened>) => {
    const actor = await call.actor(read, of);
    await authorize(read, actor, call.org, permission, subjectId, of);
    return look.view(selected<R>(of.page), input);
  };
  if (deps.look !== undefined) {
    const question = statementOf(permission, by, asked, false);
    const [found] = await deps.look(question.text, question.values(values));
    const known = opened(found);
    if (!known.mayBeOwn) return answer(deps.db, known);
  }
  return deps.db.transaction(async (tx) => {
    const [found] = await tx.execute(statementOf(permission, by, asked, true).query(values));
    return answer(tx, opened(found));
  });
}

/** Rows are what the look's own select names, and each value of the view is checked when it leaves. */
function selected<R>(rows: readonly unknown[]): readonly R[] {
  return rows as readonly R[];
}

const made = new Map<string, Statement>();

function statementOf(
  permission: Permission,
  by: NonNullable<Call["who"]>["by"],
  { shape, select }: Asked,
  own: boolean,
): Statement {
  const name = `${permission} ${by} ${shape} ${own}`;
  const known = made.get(name);
  if (known !== undefined) return known;
  const { from, row } = openingOf(permissionRow(permission).on, by);
  const page = sql`(select coalesce(json_agg(page), '[]') from (${select({ own })}) page)`;
  const question = openingStatement(sql`select ${row}, ${page} as page from ${from}`, {
    alone: true,
  });
  made.set(name, question);
  return question;
}
