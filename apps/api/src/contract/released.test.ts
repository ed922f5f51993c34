import { breaksOnWire, diffManifests } from "@rubric/contract/diff";
import { type Manifest, schemaAt } from "@rubric/contract/manifest";
import { readerSchema, type Refinements, valuesFor } from "@rubric/contract/testing";
import { isSeen } from "@rubric/domain/wire";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { appRouter } from "../router.ts";
import { CURRENT } from "./files.ts";
import { readManifest, releasedManifests } from "./open.ts";
import { ownManifest } from "./own.ts";

function isWithoutRepeat(list: unknown): boolean {
  return Array.isArray(list) && new Set(list).size === list.length;
}

/** What our refinements ask; a released one that is not here fails the test. */
const REFINEMENTS: Refinements = {
  "one line": (text) =>
    typeof text === "string" && !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(text),
  "something is seen": (text) => typeof text === "string" && isSeen(text),
  "not blank": (text) => typeof text === "string" && text.trim() !== "",
  "no role twice": isWithoutRepeat,
  "no event twice": isWithoutRepeat,
  "IANA time zone": ["Europe/Berlin", "UTC", "Asia/Kolkata"],
  "not a reserved address": () => true,
  "weights sum to 100": [
    [
      { key: "a", weight: 50 },
      { key: "b", weight: 50 },
    ],
    [
      { key: "short", weight: 1 },
      { key: "long", weight: 98 },
      { key: "longest", weight: 1 },
    ],
  ],
  "each variant once": () => true,
};

const VALUES = 10_000;
/** For machines that are busy with more; on an idle core it takes a tenth. */
const MS = 90_000;
const own = ownManifest(new Date());
const released = releasedManifests();
const baselines = released.length === 0 ? [readManifest(CURRENT)] : released;

const Built = z.custom<{ _def: { inputs: z.ZodType[] } }>(
  (procedure) => typeof procedure === "function" && "_def" in procedure,
);

/** What a procedure of today's router parses its input with; null where it takes none. */
function inputOf(path: string): z.ZodType | null {
  const procedures: object = appRouter._def.procedures;
  const found: unknown = Object.entries(procedures).find(([name]) => name === path)?.[1];
  return Built.parse(found)._def.inputs[0] ?? null;
}

/** So many values of one side of some procedures, spread over all that have one. */
function spread(manifest: Manifest, side: "input" | "output", paths: readonly string[]) {
  const schemas = paths.flatMap((path) => {
    const schema = schemaAt(manifest, manifest.procedures[path]?.[side] ?? null);
    return schema === null ? [] : [{ path, schema }];
  });
  const numRuns = Math.ceil(VALUES / schemas.length);
  return schemas.map(({ path, schema }) => ({
    path,
    values: fc.sample(valuesFor(schema, side, REFINEMENTS), { numRuns, seed: 20_261_121 }),
  }));
}

const ajv = new Ajv2020({
  strict: false,
  validateFormats: false,
  validateSchema: false,
  code: { optimize: false },
});
const compiled = new Map<string, ReturnType<typeof ajv.compile>>();

/** How a client reads an output: made once for each schema. */
function readerOf(manifest: Manifest, name: string | null) {
  const key = `${manifest.readers} ${name}`;
  const schema = readerSchema(schemaAt(manifest, name) ?? {}, manifest.readers);
  const reads = compiled.get(key) ?? ajv.compile(schema);
  compiled.set(key, reads);
  return reads;
}

const count = (made: ReturnType<typeof spread>) =>
  made.reduce((sum, { values }) => sum + values.length, 0);

describe.each(baselines.map((manifest) => ({ id: manifest.contractId, manifest })))(
  "the clients of $id",
  ({ manifest }) => {
    it(
      "are understood: 10,000 inputs of theirs parse wherever nothing breaks",
      () => {
        const broken = breaksOnWire(manifest, own);
        const paths = Object.keys(manifest.procedures).filter((path) => !broken.has(path));
        const made = spread(manifest, "input", paths);
        const refused = made.flatMap(({ path, values }) => {
          const schema = inputOf(path);
          return values.flatMap((value) => {
            const issues = schema?.safeParse(value).error?.issues;
            return issues === undefined ? [] : [{ path, value, issues }];
          });
        });
        expect(refused.slice(0, 3)).toEqual([]);
        expect(count(made)).toBeGreaterThanOrEqual(VALUES);
      },
      MS,
    );

    it(
      "understand: 10,000 outputs of ours are what they read wherever nothing breaks",
      () => {
        const breaking = diffManifests(manifest, own).filter((one) => one.verdict === "breaking");
        const broken = new Set(breaking.map(({ path }) => path));
        const paths = Object.keys(manifest.procedures).filter((path) => !broken.has(path));
        const made = spread(own, "output", paths);
        const misread = made.flatMap(({ path, values }) => {
          const reads = readerOf(manifest, manifest.procedures[path]?.output ?? null);
          return values.flatMap((value) =>
            reads(value) ? [] : [{ path, value, why: reads.errors }],
          );
        });
        expect(misread.slice(0, 3)).toEqual([]);
        expect(count(made)).toBeGreaterThanOrEqual(VALUES);
      },
      MS,
    );
  },
);

it("compares two contracts of this size in less than 50 ms", () => {
  const { "job.list": gone, ...procedures } = own.procedures;
  expect(gone).toBeDefined();
  const next = { ...structuredClone(own), procedures };
  const times = Array.from({ length: 10 }, () => {
    const from = performance.now();
    diffManifests(own, next);
    return performance.now() - from;
  });
  expect(Math.min(...times)).toBeLessThan(50);
});
