import { compileFunction } from "node:vm";
import { z } from "zod";

/** What the compiled text needs beside itself, by the names under which it knows them. */
type Needs = Map<string, unknown>;

/** Formats whose schema asks for its pattern and for nothing else. */
const BY_PATTERN: ReadonlySet<string> = new Set(["regex", "uuid", "date", "datetime"]);

/** Kinds of which a value that is right is its own answer; zod is asked where there is more to it. */
const LEAVES: ReadonlySet<string> = new Set([
  "string",
  "number",
  "boolean",
  "null",
  "literal",
  "enum",
]);

/**
 * Makes a function that says whether a value is what the schema would make of it: every field right
 * and in its place, and none beside. Such a value need not be parsed, which costs several times as
 * much. It is compiled, as zod compiles its objects, and knows what most answers are made of.
 * @returns null for a schema with anything else in it, such as a default or a transform.
 */
export function fitting<S extends z.core.$ZodType>(
  schema: S,
): ((value: unknown) => value is z.output<S>) | null {
  const needs: Needs = new Map();
  const test = testOf(schema, "value", needs);
  if (test === null) return null;
  const compile = compileFunction(`return (value) => ${test};`, [...needs.keys()]);
  const compiled: unknown = compile(...needs.values());
  return (value): value is z.output<S> =>
    typeof compiled === "function" && compiled(value) === true;
}

/** An operand that is true where the variable `at` fits; null for a schema that is not known here. */
function testOf(schema: z.core.$ZodType, at: string, needs: Needs): string | null {
  const patterns = patternsOf(schema);
  if (patterns !== null) {
    const tests = patterns.map((pattern) => ` && ${needed(pattern, needs)}.test(${at})`);
    return `(typeof ${at} === "string"${tests.join("")})`;
  }
  if (schema instanceof z.ZodArray) return arrayTest(schema, at, needs);
  const { checks = [] } = schema._zod.def;
  const known = checks.length === 0 ? withoutChecks(schema, at, needs) : null;
  if (known !== null || !isLeaf(schema)) return known;
  const isItself = (value: unknown) => z.safeParse(schema, value).data === value;
  return `(${at} !== undefined && ${needed(isItself, needs)}(${at}))`;
}

function withoutChecks(schema: z.core.$ZodType, at: string, needs: Needs): string | null {
  if (schema instanceof z.ZodObject) return objectTest(schema, at, needs);
  if (schema instanceof z.ZodRecord) return recordTest(schema, at, needs);
  if (schema instanceof z.ZodNullable) {
    const inner = testOf(schema.unwrap(), at, needs);
    return inner && `(${at} === null || ${inner})`;
  }
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const tests = schema.options.map((one) => testOf(one, at, needs));
    return tests.includes(null) ? null : `(${tests.join(" || ")})`;
  }
  if (schema instanceof z.ZodEnum) {
    return `(${schema.options.map((one) => `${at} === ${JSON.stringify(one)}`).join(" || ")})`;
  }
  if (schema instanceof z.ZodNumber && schema.format === null) return `Number.isFinite(${at})`;
  if (schema instanceof z.ZodNumber && schema.format === "safeint") {
    return `Number.isSafeInteger(${at})`;
  }
  if (schema instanceof z.ZodBoolean) return `(typeof ${at} === "boolean")`;
  if (schema instanceof z.ZodUnknown) return `(${at} !== undefined)`;
  return null;
}

function isLeaf(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodUnion) return schema.options.every(isLeaf);
  return LEAVES.has(schema._zod.def.type);
}

/** The patterns that are all that a text is asked for; null where there is more to it. */
function patternsOf(schema: z.core.$ZodType): RegExp[] | null {
  if (!(schema instanceof z.ZodString || schema instanceof z.ZodStringFormat)) return null;
  const own = schema instanceof z.ZodStringFormat ? [schema] : [];
  const patterns: RegExp[] = [];
  for (const check of [...own, ...(schema.def.checks ?? [])]) {
    if (!(check instanceof z.core.$ZodCheckStringFormat)) return null;
    const { format, pattern } = check._zod.def;
    // One that remembers where it was would say something else each time.
    if (!BY_PATTERN.has(format) || pattern === undefined || /[gy]/.test(pattern.flags)) return null;
    patterns.push(pattern);
  }
  return patterns;
}

function arrayTest(schema: z.ZodArray, at: string, needs: Needs): string | null {
  const most = (schema.def.checks ?? []).map((check) =>
    check instanceof z.core.$ZodCheckMaxLength ? check._zod.def.maximum : null,
  );
  const test = testOf(schema.element, "one", needs);
  if (test === null || most.includes(null)) return null;
  return `(Array.isArray(${at}) && ((list) => {
    ${most.map((maximum) => `if (list.length > ${maximum}) return false;`).join("\n")}
    for (let n = 0; n < list.length; n += 1) {
      const one = list[n];
      if (!${test}) return false;
    }
    return true;
  })(${at}))`;
}

/**
 * What leaves no field out, and has no other: an answer shows what its schema names. They stand in its
 * order too, so that an answer reads the same whether it was made or kept (law 14).
 */
function objectTest(schema: z.ZodObject, at: string, needs: Needs): string | null {
  const { catchall } = schema.def;
  if (catchall !== undefined && !(catchall instanceof z.ZodNever)) return null;
  const fields = Object.entries(schema.shape).map(([name, field]) => {
    const test = testOf(field, "field", needs);
    return test && `field = it[${JSON.stringify(name)}]; if (!${test}) return false;`;
  });
  if (fields.includes(null)) return null;
  const names = needed(Object.keys(schema.shape), needs);
  return plainTest(
    at,
    `
    let n = 0, field;
    for (const name in it) {
      if (name !== ${names}[n]) return false;
      n += 1;
    }
    if (n !== ${fields.length}) return false;
    ${fields.join("\n")}`,
  );
}

function recordTest(schema: z.ZodRecord, at: string, needs: Needs): string | null {
  const { mode = "strict", keyType, valueType } = schema.def;
  const test = testOf(valueType, "one", needs);
  if (mode !== "strict" || patternsOf(keyType)?.length !== 0 || test === null) return null;
  return plainTest(
    at,
    `
    for (const name in it) {
      const one = it[name];
      if (name === "__proto__" || !${test}) return false;
    }`,
  );
}

/** An object of no class, since one of a class may say of itself what it becomes as JSON. */
function plainTest(at: string, body: string): string {
  return `(typeof ${at} === "object" && ${at} !== null && ((it) => {
    if (Object.getPrototypeOf(it) !== Object.prototype) return false;
    ${body}
    return true;
  })(${at}))`;
}

function needed(what: unknown, needs: Needs): string {
  const name = `need${needs.size}`;
  needs.set(name, what);
  return name;
}
