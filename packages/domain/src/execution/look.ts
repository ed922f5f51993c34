import type { Reader, Statement, Values } from "@rubric/db";
import { sql, type SQL } from "drizzle-orm";
import { authorize } from "../authorize.ts";
import { refuse } from "../errors.ts";
import { type Permission, permissionRow } from "../permissions.ts";
import type { Call, Deps } from "./deps.ts";
import { reading, type Way } from "./reading.ts";
import { retrying } from "./retrying.ts";
import { type MemberKey } from "../identity/caller-rows.ts";
import { type Opened, openingOf, openingStatement, openingValues } from "./opening.ts";

/**
 * A query verb that asks the database one question, which needs nothing but the input and who calls:
 * it travels with the statement that opens the call, and no other round trip is made.
 */
export type Look<I, V, R extends Texts = Texts> = {
  /** What is asked for of each row, by the names that the view knows it under. */
  columns: Readonly<Record<keyof R & string, SQL>>;
  ask: (input: I) => Asked;
  /** The view of what was found: the question's rows, each value as Postgres writes it as text. */
  view: (rows: readonly R[], input: I) => V;
};

/** A row as it travels: of text, since Postgres writes an array of texts in half the time of an object. */
export type Texts = Readonly<Record<string, string | null>>;

type Asked = {
  /** Tells apart the questions of one verb: each is made and prepared once. */
  shape: string;
  /**
   * `from` and all that follows, of tables of the organization, beside the rows `call` (`org_id`) and
   * `member` (`id`). With `own` it leaves out what law 7 hides from who is a candidate themselves.
   */
  from: (of: { own: boolean }) => SQL;
  /** What its placeholders stand for. */
  values: Values;
};

/**
 * Runs a look: one statement, a transaction of its own, sets the organization, finds member, subject
 * and ties, and asks the question. What it found is handed on only once the caller may have it, by
 * the rules that every call obeys. A member whom this process knew a moment ago is not looked for. Who
 * may be a candidate themselves, and any process without a way for such statements, is answered in an
 * ordinary transaction.
 */
export async function runLook<I, V, R extends Texts>(
  deps: Deps,
  call: Call,
  { permission, subjectId }: { permission: Permission; subjectId: string | null },
  look: Look<I, V, R>,
  input: I,
): Promise<V> {
  const { on, impartial, unsealed } = permissionRow(permission);
  if (impartial === true || unsealed === true) throw new Error(`${permission} asks for more.`);
  if (call.who === undefined) return refuse("FORBIDDEN", {});
  const { who } = call;
  const asked = look.ask(input);
  const at = { on, subjectId };
  const valuesFor = (id: string) => ({
    ...asked.values,
    ...openingValues({ ...call, who: { ...who, id } }, { ...at, readOnly: true }),
  });
  const answer = async (read: Reader, of: Opened) => {
    const actor = await call.actor(read, of);
    await authorize(read, actor, call.org, permission, subjectId, of);
    return look.view(rowsOf(look, of.page), input);
  };
  const run = async ({ db, look: send, openedFrom }: Way) => {
    if (send !== undefined) {
      const members = deps.callers?.membersOf(call.org.id);
      const kept = members?.get(nameOf(who)) ?? null;
      const question = statementOf(permission, kept === null ? who.by : "kept", look, asked, false);
      const [found] = await send(
        question.text,
        question.values(valuesFor(kept?.memberId ?? who.id)),
      );
      const opened = openedFrom(found?.["opened"], { ...at, kept }, deps);
      if (!opened.mayBeOwn) {
        // With ties it is known that they are no candidate.
        if (kept === null && opened.member !== null && opened.ties !== null) {
          members?.set(nameOf(who), opened.member);
        }
        return answer(db, opened);
      }
    }
    return db.transaction(async (tx) => {
      const question = statementOf(permission, who.by, look, asked, true);
      const [found] = await question.send(tx, valuesFor(who.id));
      return answer(tx, openedFrom(found?.["opened"], at, deps));
    });
  };
  return retrying(() => reading(deps, call.org.id, run));
}

/** Rows are what the look's own select names, and each value of the view is checked when it leaves. */
function rowsOf<I, V, R extends Texts>(
  { columns }: Look<I, V, R>,
  found: readonly (readonly (string | null)[])[],
): readonly R[] {
  const names = Object.keys(columns);
  return found.map((values) => {
    const row: Record<string, string | null> = {};
    for (const [at, name] of names.entries()) row[name] = values[at] ?? null;
    return row as R;
  });
}

function nameOf({ by, id }: NonNullable<Call["who"]>): string {
  return `${by} ${id}`;
}

const made = new Map<string, Statement>();

function statementOf(
  permission: Permission,
  by: MemberKey,
  { columns }: { columns: Readonly<Record<string, SQL>> },
  { shape, from: pageFrom }: Asked,
  own: boolean,
): Statement {
  const name = `${permission} ${by} ${shape} ${own}`;
  const known = made.get(name);
  if (known !== undefined) return known;
  const { from, row } = openingOf(permissionRow(permission).on, by);
  const texts = Object.values(columns).map((column) => sql`${column}::text`);
  const rows = sql`select array[${sql.join(texts, sql`, `)}] as texts ${pageFrom({ own })}`;
  const page = sql`(select coalesce(json_agg(page.texts), '[]') from (${rows}) page)`;
  const question = openingStatement(sql`select ${row}, ${page} as page from ${from}`, {
    alone: !own,
  });
  made.set(name, question);
  return question;
}
