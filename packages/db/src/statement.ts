import { is, Param, Placeholder, sql, type SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";

const dialect = new PgDialect();

/** What a placeholder may stand for. */
export type Value = string | number | boolean | null;
export type Values = Readonly<Record<string, Value>>;

/** A statement whose text was made once. Its values are given by the names of its placeholders. */
export type Statement = {
  text: string;
  values(of: Values): Value[];
  /** The same for the `execute` of a transaction. */
  query(of: Values): SQL;
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
  const values = (of: Values) => names.map((name) => valueOf(of, name));
  return {
    text: parts.map((part) => (typeof part === "string" ? part : `$${part.value + 1}`)).join(""),
    values,
    query: (of) => {
      const given = values(of);
      return sql.join(
        parts.map((part) =>
          typeof part === "string" ? sql.raw(part) : sql`${sql.param(given[part.value])}`,
        ),
      );
    },
  };
}

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
