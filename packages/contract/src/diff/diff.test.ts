import { describe, expect, it } from "vitest";
import { z } from "zod";
import { LIBRARY, withProcedure } from "../../test/fixture/library.ts";
import { type Library, manifestOf } from "../../test/fixture/router.ts";
import type { Schema } from "../schema.ts";
import { compareSchemas } from "./compare.ts";
import { breaksOnWire, diffManifests } from "./diff.ts";
import type { Finding } from "./finding.ts";

const inputs = (old: z.ZodType, next: z.ZodType) => differing("input", old, next);
const outputs = (old: z.ZodType, next: z.ZodType) => differing("output", old, next);

function differing(side: "input" | "output", old: z.ZodType, next: z.ZodType): string[] {
  const library = (of: z.ZodType) =>
    manifestOf(withProcedure("loan.list", side === "input" ? { input: of } : { output: of }));
  return lines(diffManifests(library(old), library(next)));
}

function lines(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, verdict, at }) => `${rule} ${verdict} ${at}`);
}

/** Compares two JSON Schemas that zod does not write. */
function raw(direction: "input" | "output", old: Schema, next: Schema): string[] {
  const findings: Finding[] = [];
  const roots = { old, next };
  const walk = {
    direction,
    readers: "tolerant",
    roots,
    path: "p",
    at: direction,
    findings,
  } as const;
  compareSchemas(old, next, { ...walk, above: new Map() });
  return lines(findings);
}

const node = (extra: z.ZodRawShape) => {
  const one: z.ZodType = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("leaf"), ...extra }),
    z.strictObject({ kind: z.literal("fork"), both: z.lazy(() => z.array(one)) }),
  ]);
  return one;
};

describe("a comparison", () => {
  it("walks through schemas that hold themselves", () => {
    const list = (value: z.ZodType) => {
      const one: z.ZodType = z.strictObject({ value, next: z.lazy(() => one.nullable()) });
      return one;
    };
    expect(inputs(list(z.string()), list(z.string()))).toEqual([]);
    expect(inputs(list(z.string()), list(z.number()))).toContain("I5 breaking input.value");
    expect(inputs(node({}), node({}))).toEqual([]);
    expect(inputs(node({}), node({ size: z.int() }))).toEqual([
      'I1 breaking input(kind="leaf").size',
    ]);
    expect(inputs(z.json(), z.json())).toEqual([]);
  });

  it("names the place through lists, tuples, records and alternatives", () => {
    const deep = (of: z.ZodType) =>
      z.strictObject({ list: z.array(z.tuple([z.record(z.string(), of), z.string()])) });
    expect(inputs(deep(z.string()), deep(z.string().max(3)))).toEqual([
      "I9 breaking input.list[][0].*",
    ]);
    expect(outputs(deep(z.string().max(3)), deep(z.string()))).toEqual([
      "O10 breaking output.list[][0].*",
    ]);
  });

  it.each([
    ["a shorter tuple", z.tuple([z.string(), z.string()]), z.tuple([z.string()]), true],
    ["a longer tuple", z.tuple([z.string()]), z.tuple([z.string(), z.string()]), true],
    ["a tuple's open end", z.tuple([z.string()]), z.tuple([z.string()], z.string()), false],
    ["a list for a tuple", z.tuple([z.string()]), z.array(z.string()), false],
    ["keys of a record", z.record(z.string(), z.int()), z.record(z.string().max(2), z.int()), true],
    ["a key less", z.record(z.enum(["a", "b"]), z.int()), z.record(z.enum(["a"]), z.int()), true],
    [
      "a record for an object",
      z.strictObject({ a: z.int() }),
      z.record(z.string(), z.int()),
      false,
    ],
    ["an object for a record", z.record(z.string(), z.int()), z.strictObject({ a: z.int() }), true],
    ["a pipe", z.string(), z.string().pipe(z.email()), true],
    ["a pipe gone", z.string().pipe(z.email()), z.string(), false],
    ["a pipe's end", z.string().pipe(z.string().max(9)), z.string().pipe(z.string().max(8)), true],
    ["a pattern's flag", z.string().regex(/a/i), z.string().regex(/a/), true],
    ["an address' host", z.url(), z.url({ hostname: /^a$/ }), true],
    ["a value to fall back on", z.int().catch(1), z.int(), true],
    ["a refined anything", z.string(), z.unknown().refine(Boolean).meta({ refinement: "b" }), true],
    [
      "a wrapped refinement",
      z.string().optional(),
      z.string().refine(Boolean).meta({ refinement: "b" }).optional(),
      true,
    ],
    ["one of both", z.union([z.string(), z.int()]), z.xor([z.string(), z.int()]), false],
    [
      "one of three",
      z.xor([z.string(), z.string().max(3)]),
      z.xor([z.string(), z.string().max(2)]),
      true,
    ],
    [
      "parts",
      z.intersection(z.object({ a: z.int() }), z.object({ b: z.int() })),
      z.intersection(z.object({ a: z.int() }), z.object({ b: z.string() })),
      true,
    ],
    [
      "literals for an enumeration",
      z.enum(["a", "b"]),
      z.union([z.literal("a"), z.literal("b")]),
      false,
    ],
    [
      "a date's bound",
      z.date().meta({ encoding: "iso" }),
      z.date().max(new Date(0)).meta({ encoding: "iso" }),
      true,
    ],
  ])("knows whether %s breaks an input", (_, old, next, breaking) => {
    const found = inputs(z.strictObject({ it: old }), z.strictObject({ it: next }));
    expect({ found, breaking: found.some((line) => line.includes("breaking")) }).toEqual({
      found,
      breaking,
    });
  });

  it.each(["input", "output"] as const)(
    "never calls safe what it does not understand (%s)",
    (side) => {
      const known = { type: "string" };
      const breaks = (old: Schema, next: Schema) =>
        expect(raw(side, old, next).join()).toContain("breaking");
      breaks(known, { ...known, contains: { type: "number" } });
      breaks({ ...known, if: {} }, known);
      breaks(known, { ...known, "x-new": true });
      breaks(known, { type: "string", anyOf: [{ minLength: 1 }, { maxLength: 0 }] });
      breaks(
        { type: "object", patternProperties: { a: {} } },
        { type: "object", patternProperties: { b: {} } },
      );
      breaks({ allOf: [{ properties: { a: {} } }] }, { allOf: [{ properties: { a: {} } }, {}] });
      breaks({ not: { type: "string" } }, { not: { type: "number" } });
    },
  );
});

describe("events", () => {
  const telling = (version: number, payload: z.ZodType): Library => ({
    ...LIBRARY,
    events: { "book.lent": { version, payload } },
  });
  const payload = z.object({ id: z.string(), to: z.string() });
  const told = (next: Library) =>
    lines(diffManifests(manifestOf(telling(1, payload)), manifestOf(next)));

  it("are outputs, and break under a new version only with a warning", () => {
    const less = payload.omit({ to: true });
    expect(told(telling(1, payload.extend({ at: z.string() })))).toEqual(["O5 safe event.at"]);
    expect(told(telling(1, less))).toEqual(["O1 breaking event.to"]);
    expect(told(telling(2, less))).toEqual(["O1 warning event.to"]);
    expect(told(telling(0, payload))).toEqual(["P1 breaking event"]);
    expect(told({ ...LIBRARY, events: {} })).toEqual(["P1 breaking event"]);
  });
});

describe("what breaks on the wire", () => {
  const old = manifestOf(LIBRARY);
  const served = (transport: Library["transport"]) =>
    breaksOnWire(old, manifestOf({ ...LIBRARY, transport }));
  const queries = ["book.show", "loan.list", "member.list"];

  it("is everything if the transport is another, and queries if they may not be posted", () => {
    expect(served({ transformer: "superjson" }).size).toBe(Object.keys(LIBRARY.procedures).length);
    expect([...served({ methodOverride: false })]).toEqual(queries);
    expect(served({ batchLimit: 20 }).size).toBe(0);
  });

  it("is not what only some people or compilers meet", () => {
    const permission = { name: "book", holders: [], conditions: [] };
    const raised = manifestOf(withProcedure("book.show", { says: { permission } }));
    expect(diffManifests(old, raised).some(({ verdict }) => verdict === "breaking")).toBe(true);
    expect(breaksOnWire(old, raised).size).toBe(0);
  });
});
