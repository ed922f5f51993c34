import {
  Column,
  is,
  Name,
  Param,
  Placeholder,
  type Query,
  SQL,
  type SQLChunk,
  StringChunk,
  Table,
} from "drizzle-orm";

type Config = Parameters<SQL["buildQueryFromSourceParams"]>[1];
type Writing = Config & { paramStartIndex: { value: number } };
type Written = { sql: string; params: unknown[] };

/** The library's own methods, held before ours takes the place of one. */
const library: SQL = Object.create(null, Object.getOwnPropertyDescriptors(SQL.prototype));

/** Writes a statement's text as the library does. */
function textByLibrary(this: SQL, chunks: SQLChunk[], config: Config): Query {
  return library.buildQueryFromSourceParams.call(this, chunks, config);
}

/** In the order in which the library asks: what is two of them is taken for the first. */
const CLASSES = [StringChunk, Name, SQL, Table, Column, Param, Placeholder] as const;
type Class = (typeof CLASSES)[number];

const classes = new WeakMap<object, Class | null>();

/** What a part of a statement is: asked once of each class, where the library asks each part for each. */
function classOf(chunk: object): Class | null {
  const { constructor } = chunk;
  if (typeof constructor !== "function") return null;
  const known = classes.get(constructor);
  if (known !== undefined) return known;
  const found = CLASSES.find((one) => is(chunk, one)) ?? null;
  classes.set(constructor, found);
  return found;
}

/** What tables and columns are called, which never changes. */
const names = new WeakMap<object, string>();

/**
 * Writes a statement's text as the library does, in one go and without asking what every part is time
 * and again: that was half of what a command costs a process. What is rare is left to the library. The
 * types of parameters, which our driver has no use for, are left out.
 */
function textOf(this: SQL, chunks: SQLChunk[], config: Config): Query {
  if (inlines(this) || config.inlineParams === true || config.invokeSource !== undefined)
    return textByLibrary.call(this, chunks, config);
  const writing = { ...config, paramStartIndex: config.paramStartIndex ?? { value: 0 } };
  const out: Written = { sql: "", params: [] };
  for (const chunk of chunks) write(this, chunk, writing, out);
  return out;
}

function write(of: SQL, chunk: SQLChunk, config: Writing, out: Written): void {
  if (chunk === undefined) return;
  if (Array.isArray(chunk)) {
    out.sql += "(";
    for (const [at, one] of chunk.entries()) {
      if (at > 0) out.sql += ", ";
      write(of, one, config, out);
    }
    out.sql += ")";
    return;
  }
  if (chunk === null || (typeof chunk !== "object" && typeof chunk !== "function")) {
    writeParam(chunk, config, out);
    return;
  }
  const kind = classOf(chunk);
  if (kind === StringChunk && is(chunk, StringChunk)) out.sql += chunk.value.join("");
  else if (kind === SQL && is(chunk, SQL) && !inlines(chunk)) {
    for (const one of chunk.queryChunks) write(chunk, one, config, out);
  } else if (kind === Param && is(chunk, Param) && !isOurs(chunk.value)) {
    const { value, encoder } = chunk;
    const mapped: unknown = value === null ? null : encoder.mapToDriverValue(value);
    if (isOurs(mapped)) writeByLibrary(of, chunk, config, out);
    else writeParam(mapped, config, out);
  } else if (kind === Table || kind === Column) out.sql += nameOf(of, chunk, config);
  else writeByLibrary(of, chunk, config, out);
}

function writeParam(value: unknown, config: Writing, out: Written): void {
  out.sql += config.escapeParam(config.paramStartIndex.value, value);
  config.paramStartIndex.value += 1;
  out.params.push(value);
}

function nameOf(of: SQL, chunk: SQLChunk & object, config: Writing): string {
  const known = names.get(chunk);
  if (known !== undefined) return known;
  const written: Written = { sql: "", params: [] };
  writeByLibrary(of, chunk, config, written);
  names.set(chunk, written.sql);
  return written.sql;
}

function writeByLibrary(of: SQL, chunk: SQLChunk, config: Writing, out: Written): void {
  const { sql, params } = textByLibrary.call(of, [chunk], config);
  out.sql += sql;
  out.params.push(...params);
}

/** Whether its parameters become part of the text; the library's types do not tell. */
function inlines(of: SQL): boolean {
  return Reflect.get(of, "shouldInlineParams") === true;
}

/** Whether a value stands for a part of a statement rather than for itself. */
function isOurs(value: unknown): boolean {
  return typeof value === "object" && value !== null && classOf(value) !== null;
}

/** From here on this process writes its statements so. */
export function writeTextFast(): void {
  SQL.prototype.buildQueryFromSourceParams = textOf;
}

/** From here on this process writes its statements as the library does, to compare. */
export function writeTextByLibrary(): void {
  SQL.prototype.buildQueryFromSourceParams = textByLibrary;
}
