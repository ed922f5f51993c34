import { is, Param, Placeholder, type SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Reader } from "./connect.ts";

const dialect = new PgDialect();

/** What a placeholder may stand for. */
export type Value = string | number | boolean | null;
export type Values = Readonly<Record<string, Value>>;

/** A statement whose text was made once. Its values are given by the names of its placeholders. */
export type Statement = {
  text: string;
  values(of: Values): Value[];
  /** Sends it, within a transaction; answers its rows by the names of their columns. */
  send(on: Pick<Reader, "_">, of: Values): Promise<readonly Readonly<Record<string, unknown>>[]>;
};

/**
 * Makes the text of a statement, which costs more than to run it: once a process, not once a call.
 * What is no placeholder is a constant of the code, and becomes part of the text.
 */
export function statement(made: SQL): Statement {
  const { sql: text, params } = dialect.sqlToQuery(made);
  const names: string[] = [];
  const numbered = (name: string) => {
    if (!names.includes(name)) names.push(name);
    return names.indexOf(name);
  };
  const pieces = text.split(/(\$\d+)/);
  const parts = pieces.map((piece, n): string | { value: number } => {
    if (n % 2 === 0) return piece;
    const name = placeholderOf(params[Number(piece.slice(1)) - 1]);
    return name.placeholder ? { value: numbered(name.placeholder) } : literal(name.constant);
  });
  const whole = parts
    .map((part) => (typeof part === "string" ? part : `$${part.value + 1}`))
    .join("");
  const values = (of: Values) => names.map((name) => valueOf(of, name));
  return {
    text: whole,
    values,
    send: (on, of) => {
      const query = { sql: whole, params: values(of) };
      return on._.session.prepareQuery<Answering>(query, undefined, undefined, false).execute();
    },
  };
}

type Answering = { execute: Record<string, unknown>[]; all: never; values: never };

function placeholderOf(param: unknown): { placeholder: string | null; constant: unknown } {
  const inner = is(param, Param) ? param.value : param;
  if (is(inner, Placeholder)) return { placeholder: inner.name, constant: null };
  return { placeholder: null, constant: inner };
}

function valueOf(of: Values, name: string): Value {
  const value = of[name];
  if (value === undefined) throw new Error(`The statement has no value for ${name}.`);
  return value;
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `array[${value.map(literal).join(", ")}]`;
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw new TypeError(`A statement holds ${typeof value}.`);
}
