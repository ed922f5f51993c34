import { schemaAt } from "@rubric/contract/manifest";
import { valuesFor } from "@rubric/contract/testing";
import * as fc from "fast-check";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { procedures } from "../../test/census.ts";
import { ownManifest } from "../contract/own.ts";
import { fitting } from "./fitting.ts";

// Thousands of answers: seconds on a machine that does nothing else.
vi.setConfig({ testTimeout: 60_000 });

const VALUES = 10;
const SEED = 20_261_123;

const textOf = (value: unknown) => JSON.stringify(value);

/** What zod makes of a value that is what it should be: itself. */
function isItsOwnAnswer(schema: z.core.$ZodType, value: unknown): boolean {
  const { success, data } = z.safeParse(schema, value);
  return success && isDeepStrictEqual(data, value) && textOf(data) === textOf(value);
}

const WRONG: readonly unknown[] = [null, undefined, "", "otter", -1.5, NaN, 2 ** 60, true, [], {}];

class Named {
  constructor(fields: object) {
    Object.assign(this, fields);
  }
}

/** The value, with one of its parts as it should not be. */
function* spoiled(value: unknown): Generator<unknown> {
  yield* WRONG;
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    yield [...value, undefined];
    for (const one of spoiled(value[0])) yield [one, ...value.slice(1)];
    return;
  }
  yield new Named(value);
  yield Object.fromEntries(Object.entries(value).toReversed());
  yield { ...value, another: "field" };
  yield Object.defineProperty({ ...value }, "__proto__", { value: "otter", enumerable: true });
  for (const [name, field] of Object.entries(value)) {
    const others = Object.fromEntries(Object.entries(value).filter(([one]) => one !== name));
    yield others;
    yield { ...others, another: field };
    for (const one of spoiled(field)) yield { ...value, [name]: one };
  }
}

const manifest = ownManifest(new Date());
const known = new Set<z.core.$ZodType>();
const outputs = procedures().flatMap(({ path, output }) => {
  if (known.has(output)) return [];
  known.add(output);
  const schema = schemaAt(manifest, manifest.procedures[path]?.output ?? null);
  return schema === null ? [] : [{ path, output, values: valuesFor(schema, "output") }];
});

describe("an answer that fits its schema", () => {
  it("can be told of every procedure but those whose answers are of several forms", () => {
    const unknown = outputs.filter(({ output }) => fitting(output) === null);
    expect(unknown.map(({ path }) => path)).toEqual(["policy.list", "progress.show"]);
  });

  it.each(outputs)("is what zod would answer: $path", ({ output, values }) => {
    const fits = fitting(output);
    if (fits === null) return;
    for (const value of fc.sample(values, { numRuns: VALUES, seed: SEED })) {
      expect(fits(value), JSON.stringify(value)).toBe(isItsOwnAnswer(output, value));
    }
    const [value] = fc.sample(values, { numRuns: 1, seed: SEED });
    for (const one of spoiled(value)) {
      if (!fits(one)) continue;
      const parsed = z.parse(output, one);
      expect(parsed).toStrictEqual(one);
      expect(textOf(parsed)).toBe(textOf(one));
    }
  });

  it.each([
    ["a field that changes", z.object({ a: z.string().transform(Number) })],
    ["a field that may be left out", z.object({ a: z.string().optional() })],
    ["a default", z.object({ a: z.string().default("a") })],
    ["a rule of an object", z.object({ a: z.string() }).refine(() => false)],
    [
      "a rule of what may be null",
      z
        .string()
        .nullable()
        .refine(() => false),
    ],
    ["fields of any name", z.looseObject({ a: z.string() })],
    [
      "objects that are told apart by trying",
      z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]),
    ],
  ])("is not known of %s", (_what, schema) => {
    expect(fitting(schema)).toBeNull();
  });

  it.each([
    ["a rule of a text", z.string().refine((text) => text !== "otter"), "river", "otter"],
    ["a text that is written otherwise", z.string().trim(), "otter", " otter"],
    ["a number's bounds", z.int().min(0).max(9), 9, 10],
    ["a whole number", z.int(), 3, 3.5],
    ["a list's length", z.array(z.string()).max(1), ["a"], ["a", "b"]],
    ["a literal", z.literal(["a", 1]), 1, 2],
    ["a record", z.record(z.string(), z.int()), { a: 1 }, { a: "1" }],
    ["an address", z.email(), "otter@river.example", "otter"],
  ])("is told by %s", (_what, schema, right, wrong) => {
    const fits = fitting(schema);
    expect(fits?.(right)).toBe(true);
    expect(fits?.(wrong)).toBe(false);
  });
});
