import { z } from "zod";
import { namesOf, overwriteOf, STAMPS } from "./stamps.ts";

/** A JSON Schema (2020-12) with stamps: those of `STAMPS` and those that are read off the schema. */
export type Schema = { [keyword: string]: unknown };

/** What a schema lacks that a contract must say; empty when it is whole. */
export type Problem = { at: string; what: string };

type Override = NonNullable<z.core.JSONSchemaGeneratorParams["override"]>;

/** Values that JSON does not have, and what only a program can say. */
const NOT_JSON = new Set(["bigint", "date", "symbol", "map", "set", "nan", "function", "promise"]);

/**
 * The JSON Schema of what goes in (`input`: as it is sent, before any transform) or comes out.
 * Objects say in `x-unknown` what becomes of keys that they do not name, and `x-then` is the
 * schema that a value must meet after it was overwritten or transformed.
 */
export function schemaOf(
  schema: z.core.$ZodType,
  io: "input" | "output",
): { schema: Schema; problems: Problem[] } {
  const found = new Map<string, Problem[]>();
  const made = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: (context) => {
      const at = context.path.join(".");
      const { type } = context.zodSchema._zod.def;
      const problems = stamp(context, io).map((problem) => ({
        at: [at, problem.at].filter((part) => part !== "").join("."),
        what: problem.what,
      }));
      // Asked of each schema that this one was made from, the schema itself last.
      found.set(`${at} ${type}`, problems);
    },
  });
  const { $schema: _, ...rest } = made;
  return { schema: { ...rest }, problems: [...found.values()].flat() };
}

function stamp(
  { zodSchema, jsonSchema }: Parameters<Override>[0],
  io: "input" | "output",
): Problem[] {
  const json: Schema = jsonSchema;
  const { def } = zodSchema._zod;
  // What wraps another schema begins with that one's stamps, and adds its own refinements.
  const wraps = "innerType" in def || "in" in def || def.type === "lazy";
  const inner = wraps ? namesOf(json[STAMPS.refinement]) : [];
  if (wraps) delete json[STAMPS.refinement];
  for (const [name, key] of Object.entries(STAMPS)) {
    if (!(name in json)) continue;
    json[key] = json[name];
    delete json[name];
  }
  const checks = def.checks ?? [];
  if ("coerce" in def && def.coerce === true) json["x-coerce"] = true;
  if (def.type === "catch") json["x-catch"] = true;
  if (def.type === "void" || def.type === "undefined") json["x-void"] = true;
  unknownKeys(def, json);
  unwritten(def, checks, json);
  const unnamed = refinements(checks, json);
  const names = [...new Set([...inner, ...namesOf(json[STAMPS.refinement])])].toSorted();
  if (names.length > 0) json[STAMPS.refinement] = names;
  return [
    ...overwrites(checks, json),
    ...unnamed,
    ...withoutJson(def.type, json),
    ...pieces(json, io),
    ...throughPipe(def, json, io),
  ];
}

/** Zod writes `additionalProperties: false` for outputs that strip and for strict ones alike. */
function unknownKeys(def: z.core.$ZodTypeDef, json: Schema): void {
  if (def.type !== "object") return;
  const rest = "catchall" in def ? def.catchall : undefined;
  const kind =
    rest instanceof z.core.$ZodType
      ? rest._zod.def.type === "never"
        ? "strict"
        : "loose"
      : "strip";
  json["x-unknown"] = kind;
  if (kind === "strip") delete json["additionalProperties"];
}

/** What zod asks of a value and does not write: flags of patterns, parts of addresses, sizes. */
function unwritten(
  def: z.core.$ZodTypeDef,
  checks: readonly z.core.$ZodCheck[],
  json: Schema,
): void {
  const asked = [def, ...checks.map((check) => check._zod.def)];
  const flags = asked.flatMap((one) =>
    "pattern" in one && one.pattern instanceof RegExp && /[ims]/.test(one.pattern.flags)
      ? [String(one.pattern)]
      : [],
  );
  if (flags.length > 0) json["x-flags"] = flags.toSorted();
  const parts = asked.flatMap((one) =>
    ["hostname", "protocol", "alg"].flatMap((part) => {
      const value = Object.entries(one).find(([key]) => key === part)?.[1];
      return value === undefined || value === null ? [] : [`${part} ${String(value)}`];
    }),
  );
  if (parts.length > 0) json["x-url"] = parts.toSorted();
  if (!NOT_JSON.has(def.type)) return;
  const sizes = checks.flatMap(({ _zod: { def: check } }) =>
    check.check === "custom" || check.check === "overwrite" ? [] : [sizeOf(check)],
  );
  if (sizes.length > 0) json["x-checks"] = sizes.toSorted();
}

function sizeOf(check: z.core.$ZodCheckDef): string {
  const values = Object.entries(check).filter(
    ([key, value]) => key !== "check" && typeof value !== "function" && value !== undefined,
  );
  return [check.check, ...values.map(([key, value]) => `${key} ${text(value)}`)].join(" ");
}

function text(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

/** A stream's stamp is the zod schema of its pieces; the manifest holds their JSON Schema. */
function pieces(json: Schema, io: "input" | "output"): Problem[] {
  const of = json[STAMPS.stream];
  if (!(of instanceof z.core.$ZodType)) return [];
  const made = schemaOf(of, io);
  json[STAMPS.stream] = made.schema;
  return made.problems;
}

function overwrites(checks: readonly z.core.$ZodCheck[], json: Schema): Problem[] {
  const all = checks.filter((check) => check._zod.def.check === "overwrite");
  if (all.length === 0) return [];
  const known = all.map(overwriteOf).filter((name) => name !== null);
  json["x-overwrite"] = known;
  const last = checks.findLastIndex((check) => check._zod.def.check === "overwrite");
  const order = checks.slice(0, last + 1).map(({ _zod: { def } }) => def.check);
  // What is asked before a text is overwritten is asked of another text.
  if (order.some((check) => check !== "overwrite")) json["x-order"] = order;
  const unnamed = all.length - known.length - namesOf(json[STAMPS.transform]).length;
  return unnamed > 0 ? [{ at: "", what: "an overwrite without its `transform` stamp" }] : [];
}

function refinements(checks: readonly z.core.$ZodCheck[], json: Schema): Problem[] {
  const made = checks.filter((check) => check._zod.def.check === "custom").length;
  const names = namesOf(json[STAMPS.refinement]);
  if (made === new Set(names).size) return [];
  return [{ at: "", what: `${made} refinements, of which \`refinement\` names ${names.length}` }];
}

function withoutJson(type: string, json: Schema): Problem[] {
  if (STAMPS.stream in json) return [];
  const needs = type === "custom" ? STAMPS.media : NOT_JSON.has(type) ? STAMPS.encoding : undefined;
  if (needs === undefined || needs in json) return [];
  return [{ at: "", what: `a ${type} without its stamp ${needs}` }];
}

function throughPipe(def: z.core.$ZodTypeDef, json: Schema, io: "input" | "output"): Problem[] {
  if (def.type !== "pipe" || !("in" in def) || !("out" in def)) return [];
  if (!(def.in instanceof z.core.$ZodType) || !(def.out instanceof z.core.$ZodType)) return [];
  const codec = "reverseTransform" in def && def.reverseTransform !== undefined;
  const transform = codec || [def.in, def.out].some((side) => side._zod.def.type === "transform");
  if (transform) {
    const named = STAMPS.transform in json;
    return named ? [] : [{ at: "", what: "a transform without its `transform` stamp" }];
  }
  if (io === "output") return [];
  const then = schemaOf(def.out, io);
  json["x-then"] = then.schema;
  return then.problems;
}
