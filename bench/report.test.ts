import { describe, expect, it } from "vitest";
import { draw } from "./draw.ts";
import { readOptions } from "./options.ts";
import { lineOf, toJson, toText } from "./report.ts";
import type { Row } from "./rig/rig.ts";
import { coresIn } from "./rig/cores.ts";

const row = (name: string): Row => ({
  name,
  title: "A row",
  measure: () => Promise.reject(new Error("not here")),
});
const asked = { ...readOptions([], []), rounds: 5, seconds: 8 };
const held = { name: "a / b", figure: "0.90 (0.80–1.00)", target: "≥ 0.8", held: true };

describe("the end of a run", () => {
  it("has one line for each target, held or not, and says what could not be measured", () => {
    const claims = [held, { ...held, name: "a / c", held: false }];
    const text = toText(
      [
        { row: row("list"), found: { claims, detail: {} }, error: null },
        { row: row("submit"), found: null, error: "3 of 5 failed" },
      ],
      asked,
    );
    const lines = text.trimEnd().split("\n").slice(-3);
    expect(lines[0]).toMatch(/^a \/ b .* ≥ 0.8 +held$/);
    expect(lines[1]).toMatch(/^a \/ c .* not held$/);
    expect(lines[2]).toBe("submit: not measured: 3 of 5 failed");
    expect(lineOf(held)).toContain("0.90 (0.80–1.00)");
  });

  it("is JSON with everything that was measured, where that is asked for", () => {
    const found = { claims: [held], detail: { perSecond: 7 } };
    const json: unknown = JSON.parse(toJson([{ row: row("list"), found, error: null }], asked));
    expect(json).toMatchObject({
      machine: { rounds: 5, seconds: 8 },
      rows: [{ name: "list", claims: [held], detail: { perSecond: 7 } }],
    });
  });
});

describe("what a run is asked", () => {
  it("is all rows, or those that are named, in that order", () => {
    const all = [row("list"), row("steady"), row("submit")];
    expect(readOptions([], all).rows).toEqual(all);
    const some = readOptions(["--rows", "submit,list", "--json"], all);
    expect(some.rows.map(({ name }) => name)).toEqual(["submit", "list"]);
    expect(some.json).toBe(true);
  });

  it("is refused where there is no such row, option or number", () => {
    expect(() => readOptions(["--rows", "lists"], [row("list")])).toThrow(
      'There is no row "lists"; there are list.',
    );
    expect(() => readOptions(["--row", "list"], [])).toThrow("--row");
    expect(() => readOptions(["--rounds", "none"], [])).toThrow("--rounds");
  });
});

describe("the drawing of a row", () => {
  const svg = draw({
    title: "Lists < 1 s",
    unit: "requests a second",
    bars: [
      { name: "rubric", rounds: [900, 1000, 1100] },
      { name: "R&D", rounds: [500, 450, 480] },
    ],
  });

  it("has a bar as long as each median, from zero, and says its figure", () => {
    const widths = [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, w]) => Number(w));
    expect(widths).toHaveLength(2);
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(0.48, 2);
    expect(svg).toContain(">1,000</text>");
    expect(svg).toContain("requests a second: rubric 1,000, R&amp;D 480");
  });

  it("is well-formed, and told apart on light and dark ground", () => {
    expect(svg).toContain("Lists &lt; 1 s");
    expect(svg.match(/class="own"/g)).toHaveLength(1);
    expect(svg).toContain("prefers-color-scheme:dark");
  });
});

describe("the cores of a machine", () => {
  it("are read from the kernel's list", () => {
    expect(coresIn("0-3,8")).toEqual([0, 1, 2, 3, 8]);
    expect(coresIn("5\n")).toEqual([5]);
    expect(coresIn("")).toEqual([]);
  });
});
