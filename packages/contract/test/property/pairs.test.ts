import { diffManifests, type Finding } from "@rubric/contract/diff";
import type { Manifest } from "@rubric/contract/manifest";
import { readerSchema, valuesFor } from "@rubric/contract/testing";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { manifestOf } from "../fixture/router.ts";
import { edited } from "./edit.ts";
import { REFINEMENTS, type Spec, specs, zodOf } from "./spec.ts";

const PAIRS = 300;
const VALUES = 8;
/** For machines that are busy with more; on an idle core it takes a tenth. */
const MS = 60_000;

const pairs = fc
  .tuple(specs, specs, fc.array(fc.nat({ max: 1000 }), { minLength: 24, maxLength: 24 }))
  .map(([spec, other, choices]) => {
    let turn = 0;
    const choose = (count: number) => (choices[turn++ % choices.length] ?? 0) % Math.max(1, count);
    return { old: spec, next: edited(spec, choose, other) };
  });

function manifestFor(side: "input" | "output", spec: Spec, readers: Manifest["readers"]): Manifest {
  const schema = zodOf(spec);
  const says =
    side === "input" ? { input: schema, output: zodOf({ kind: "flag" }) } : { output: schema };
  return manifestOf({
    procedures: { "it.is": { kind: "query", ...says } },
    transport: {},
    readers,
    events: {},
  });
}

function schemaIn(manifest: Manifest, side: "input" | "output") {
  const name = manifest.procedures["it.is"]?.[side] ?? "";
  return manifest.schemas[name] ?? {};
}

const breaks = (findings: readonly Finding[]) =>
  findings.some(({ verdict }) => verdict === "breaking");

/** Some values that a client of a contract may send or read. */
function some(manifest: Manifest, side: "input" | "output", seed: number): unknown[] {
  return fc.sample(valuesFor(schemaIn(manifest, side), side, REFINEMENTS), {
    numRuns: VALUES,
    seed,
  });
}

const ajv = new Ajv2020({ strict: false, validateSchema: false, code: { optimize: false } });

describe("wherever the check finds nothing that breaks", () => {
  it(
    "whatever the old contract took is taken by the new one",
    () => {
      let judged = 0;
      fc.assert(
        fc.property(pairs, fc.integer(), ({ old, next }, seed) => {
          const before = manifestFor("input", old, "tolerant");
          const inputs = some(before, "input", seed);
          const [was, is] = [zodOf(old), zodOf(next)];
          for (const input of inputs) expect(was.safeParse(input).error?.issues).toBeUndefined();
          if (breaks(diffManifests(before, manifestFor("input", next, "tolerant")))) return;
          judged += 1;
          for (const input of inputs) {
            expect({ input, issues: is.safeParse(input).error?.issues }).toEqual({ input });
          }
        }),
        { numRuns: PAIRS, seed: 20_261_121 },
      );
      expect(judged).toBeGreaterThan(PAIRS / 10);
    },
    MS,
  );

  it.each(["tolerant", "strict"] as const)(
    "whatever the new contract gives is read by %s readers of the old one",
    (readers) => {
      let judged = 0;
      fc.assert(
        fc.property(pairs, fc.integer(), ({ old, next }, seed) => {
          const before = manifestFor("output", old, readers);
          const after = manifestFor("output", next, readers);
          if (breaks(diffManifests(before, after))) return;
          judged += 1;

          const reads = ajv.compile(readerSchema(schemaIn(before, "output"), readers));
          for (const output of some(after, "output", seed)) {
            expect({ output, read: reads(output) }).toEqual({ output, read: true });
          }
        }),
        { numRuns: PAIRS, seed: 20_261_122 },
      );
      expect(judged).toBeGreaterThan(PAIRS / 10);
    },
    MS,
  );
});
