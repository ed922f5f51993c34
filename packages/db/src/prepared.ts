import { Column, getTableName, is, Param, Placeholder, type Query, sql, SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { z } from "zod";
import type { Database, Reader } from "./connect.ts";

/** What stands in a statement for each of the values that it will be sent with. */
export type Given<Of> = { readonly [K in keyof Of]: Placeholder<string, Of[K]> };

/** A statement as Drizzle's builders end. */
export type Built<T> = PromiseLike<T> & { prepare(name: string): { getQuery(): Query } };

/** What is made once of a statement. `rows` is null where it returns none. */
type Ready = {
  text: string;
  values: (of: object) => unknown[];
  rows: ((found: unknown[][]) => unknown[]) | null;
};

const builder = drizzle.mock();

/**
 * A statement of Drizzle's that is built once a process, not once a call: to build it and to ask for
 * each cell what it is was most of what a command cost. `make` is called once, so nothing in it may
 * depend on a call but by `of`; for a list there is `among`.
 */
export function prepared<Of extends object, T>(
  make: (
    db: Pick<Database, "select" | "selectDistinctOn" | "insert" | "update" | "delete">,
    of: Given<Of>,
  ) => Built<T>,
): (on: Pick<Reader, "_">, of: Of) => Promise<T> {
  let ready: Ready | undefined;
  return async (on, of) => {
    ready ??= readyOf(make(builder, placeholders()).prepare("once"));
    const { text, values, rows } = ready;
    const query = { sql: text, params: values(of) };
    const mapped = rows === null ? undefined : (found: unknown[][]) => rows(found) as T;
    return on._.session
      .prepareQuery<{ execute: T; all: never; values: never }>(
        query,
        undefined,
        undefined,
        true,
        mapped,
      )
      .execute();
  };
}

/**
 * A value of a column, to set it by or to compare it with: the library's types take no placeholder
 * where an update sets one, and compare with one as it comes, a Date as an object.
 */
export function put<C extends Column>(
  column: C,
  value: Placeholder<string, C["_"]["data"] | null>,
): SQL {
  return sql`${sql.param(value, column)}`;
}

/** Whether a column is one of the values in a list. */
export function among<C extends Column>(
  column: C,
  list: Placeholder<string, readonly C["_"]["data"][]> | readonly C["_"]["data"][],
): SQL {
  return sql`${column} = any(${is(list, Placeholder) ? list : sql.param(list)})`;
}

function placeholders<Of>(): Given<Of> {
  return new Proxy(Object.create(null), { get: (_, name) => sql.placeholder(String(name)) });
}

const Fields = z.array(z.object({ path: z.array(z.string()).min(1).max(2), field: z.unknown() }));
type Fields = z.infer<typeof Fields>;
/** By table, whether each row has one of its rows. */
const Joined = z.record(z.string(), z.boolean());

function readyOf(built: { getQuery(): Query }): Ready {
  const { sql: text, params } = built.getQuery();
  const fields = Fields.optional().parse(Reflect.get(built, "fields"));
  const joined = Joined.optional().parse(Reflect.get(built, "joinsNotNullableMap"));
  const sources = params.map(sourceOf);
  const row = fields && rowOf(fields, joined);
  return {
    text,
    values: (of) => sources.map((source) => source(of)),
    rows: row === undefined ? null : (found) => found.map(row),
  };
}

/** Where the value of a parameter comes from. */
function sourceOf(param: unknown): (of: object) => unknown {
  if (is(param, Placeholder)) return (of) => valueOf(of, param.name);
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param;
  const { encoder, value: placeholder } = param;
  return (of) => {
    const value = valueOf(of, placeholder.name);
    return value === null ? null : encoder.mapToDriverValue(value);
  };
}

function valueOf(of: object, name: string): unknown {
  const value: unknown = Reflect.get(of, name);
  if (value === undefined) throw new Error(`The statement has no value for ${name}.`);
  return value;
}

type Decoder = { mapFromDriverValue(value: unknown): unknown };

/** Makes of a row's cells what the library makes of them. */
function rowOf(fields: Fields, joined: z.infer<typeof Joined> | undefined) {
  const cells = fields.map(({ path: [name = "", key], field }) => ({
    name,
    key,
    decoder: decoderOf(field),
  }));
  const nullable = joined === undefined ? [] : nullableIn(fields, joined);
  return (row: readonly unknown[]): unknown => {
    const made: Record<string, unknown> = {};
    const parts: Record<string, Record<string, unknown>> = {};
    for (const [n, { name, key, decoder }] of cells.entries()) {
      const cell = row[n];
      const value = cell === null ? null : decoder.mapFromDriverValue(cell);
      if (key === undefined) made[name] = value;
      else {
        const part = (parts[name] ??= {});
        part[key] = value;
        made[name] = part;
      }
    }
    for (const { name, first } of nullable) if (parts[name]?.[first] === null) made[name] = null;
    return made;
  };
}

/** The parts of a row that are null as a whole where their first cell is: a table's that was not joined. */
function nullableIn(fields: Fields, joined: z.infer<typeof Joined>) {
  const tables = new Map<string, { first: string; tables: Set<string> }>();
  for (const {
    path: [name = "", key],
    field,
  } of fields) {
    if (key === undefined || !is(field, Column)) continue;
    const part = tables.get(name) ?? { first: key, tables: new Set() };
    part.tables.add(getTableName(field.table));
    tables.set(name, part);
  }
  return [...tables].flatMap(([name, { first, tables: of }]) => {
    const [only, another] = of;
    return only !== undefined && another === undefined && joined[only] !== true
      ? [{ name, first }]
      : [];
  });
}

function decoderOf(field: unknown): Decoder {
  if (is(field, Column)) return field;
  const of: unknown = is(field, SQL.Aliased) ? field.sql : field;
  const decoder: unknown = is(of, SQL) ? Reflect.get(of, "decoder") : undefined;
  if (isDecoder(decoder)) return decoder;
  throw new TypeError("A prepared statement selects what has no decoder.");
}

function isDecoder(value: unknown): value is Decoder {
  return typeof value === "object" && value !== null && "mapFromDriverValue" in value;
}
