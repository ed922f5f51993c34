import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCircle } from "./circle.ts";

const graph = (edges: Record<string, string[]>) => new Map(Object.entries(edges));

describe("findCircle", () => {
  test.each<[string, Record<string, string[]>, string[]]>([
    ["nothing", {}, []],
    ["a chain", { a: ["b"], b: ["c"], c: [] }, []],
    ["a diamond", { a: ["b", "c"], b: ["d"], c: ["d"], d: [] }, []],
    ["a key that requires itself", { a: [], b: ["b"] }, ["b"]],
    ["two keys", { a: ["b"], b: ["a"] }, ["a", "b"]],
    ["a circle behind a way in", { a: ["b"], b: ["c"], c: ["d"], d: ["c"] }, ["c", "d"]],
    ["a circle beside a dead end", { a: ["x", "b"], x: [], b: ["a", "x"] }, ["a", "b"]],
    ["what nobody defines", { a: ["gone"], b: ["a", "gone"] }, []],
    ["a requirement named twice", { a: ["b", "b"], b: [] }, []],
  ])("in %s", (_name, edges, circle) => {
    expect(findCircle(graph(edges))).toEqual(circle);
  });

  test("ends where the ways through are too many to be followed one by one", () => {
    const layers = Array.from({ length: 1000 }, (_, layer) => layer);
    const below = (layer: number) => [`l${layer + 1}`, `r${layer + 1}`];
    const diamonds = layers.flatMap((layer): [string, string[]][] => [
      [`l${layer}`, below(layer)],
      [`r${layer}`, below(layer)],
    ]);
    expect(findCircle(new Map(diamonds))).toEqual([]);
    expect(findCircle(new Map([...diamonds, ["l1000", ["l999"]]]))).toEqual(["l999", "l1000"]);
  });

  test("finds a circle exactly where some key comes back to itself", () => {
    const key = fc.constantFrom("a", "b", "c", "d", "e", "f");
    const requirements = fc.dictionary(key, fc.array(key, { maxLength: 2 }));
    fc.assert(
      fc.property(requirements, (edges) => {
        const requires = graph(edges);
        const circle = findCircle(requires);
        const comesBack = [...requires.keys()].some((from) => reaches(requires, from, from));
        expect(circle.length > 0).toBe(comesBack);
        circle.forEach((one, index) => {
          expect(requires.get(one)).toContain(circle[(index + 1) % circle.length]);
        });
        expect(new Set(circle).size).toBe(circle.length);
      }),
      { numRuns: 500 },
    );
  });
});

function reaches(requires: Map<string, string[]>, from: string, to: string): boolean {
  const seen = new Set(requires.get(from));
  for (const one of seen) for (const next of requires.get(one) ?? []) seen.add(next);
  return seen.has(to);
}
