import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { MAX_SOURCE_BYTES, readYamlSource } from "./read-source.ts";

function errorOf(text: string) {
  const read = readYamlSource(text);
  return read.ok ? read.source.issues[0] : read.error;
}

describe("refuses before it reads", () => {
  test("a file above 1 MB, counted in bytes", () => {
    const fits = `a: ${"x".repeat(MAX_SOURCE_BYTES - 3)}`;
    expect(readYamlSource(fits).ok).toBe(true);
    expect(errorOf(`${fits}x`)).toMatchObject({
      line: 1,
      field: "file",
      message: expect.stringMatching(/1 MB/),
    });
    expect(errorOf(`a: ${"é".repeat(MAX_SOURCE_BYTES / 2)}`)).toMatchObject({
      message: expect.stringMatching(/1 MB/),
    });
  });

  test.each(["[", "{a: ", "- ", "? "])("deep nesting of %j, on its line", (open) => {
    expect(errorOf(`\n\n${open.repeat(100_000)}`)).toMatchObject({
      line: 3,
      message: expect.stringMatching(/deep/),
    });
  });

  test("more parts than a file of text can have", () => {
    expect(errorOf("- a\n".repeat(200_000))).toMatchObject({
      message: expect.stringMatching(/too many parts/),
    });
  });
});

test.each([
  ["in braces", hostile("{", "}", "a,")],
  ["with aliases for leaves", hostile("{", "}", "*a,")],
  ["in lists", hostile("[{", "}]", "a,")],
])("long keys in deep nesting are kept once and not in the path of each leaf, %s", (_, text) => {
  const set = vi.spyOn(Map.prototype, "set");
  const read = readYamlSource(text);
  const kept = set.mock.calls.reduce(
    (sum, [key]) => sum + (typeof key === "string" ? key.length : 1),
    0,
  );
  set.mockRestore();
  expect(read.ok).toBe(true);
  expect(kept).toBeLessThan(2 * text.length);
});

/** A file of long keys in each other around many leaves: each leaf's path is as long as the file. */
function hostile(open: string, close: string, leaf: string): string {
  const levels = Array.from({ length: 12 }, () => `${open}${"k".repeat(1000)}: `);
  return `${levels.join("")}[${leaf.repeat(3000)}]${close.repeat(levels.length)}`;
}

test("an alias bomb is refused at its first alias, without being expanded", () => {
  const bomb = ["a: &a [lol]", "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]"];
  for (const name of "cdefghij") {
    const previous = String.fromCharCode(name.charCodeAt(0) - 1);
    bomb.push(`${name}: &${name} [${Array(9).fill(`*${previous}`).join(",")}]`);
  }
  expect(errorOf(bomb.join("\n"))).toMatchObject({
    field: "b[0]",
    message: expect.stringMatching(/Aliases \(\*a\)/),
  });
  expect(errorOf("a: &a { b: *a }")).toMatchObject({
    field: "a.b",
    message: expect.stringMatching(/Aliases/),
  });
});

test.each([
  ["", 1, /empty/],
  ["# only a comment\n", 1, /empty/],
  ["a: 1\n---\nb: 2\n", 2, /more than one YAML document/],
  ["a: 1\nb: !money 3\n", 2, /tag/],
  ["a: 1\nb: {c: 1\n", 3, /not valid YAML/],
])("refuses %j", (text, line, message) => {
  expect(errorOf(text)).toMatchObject({ line, message: expect.stringMatching(message) });
});

test.each(["\\0", "\\uD800"])(
  "a text that no row can keep is refused by its field: %s",
  (escape) => {
    expect(errorOf(`a:\n  - b: "x${escape}y"`)).toMatchObject({
      field: "a[0].b",
      message: expect.stringMatching(/cannot be shown/),
    });
  },
);

test("a key cannot reach an object's prototype", () => {
  const read = readYamlSource("__proto__:\n  polluted: true\n");
  expect(read.ok && Object.keys(Object(read.source.value))).toEqual(["__proto__"]);
  expect(Object.prototype).not.toHaveProperty("polluted");
});

test("never throws, and always names a line of the text", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...Array.from("[]{}:,-?&*!|>'\"%@`# \n\t\r"),
      "- ",
      "\n  ",
      ": ",
      "---\n",
      "<<: ",
      "? ",
    ),
    fc.string({ unit: "binary", maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      const read = readYamlSource(text);
      if (read.ok) return;
      expect(read.error.line).toBeGreaterThanOrEqual(1);
      expect(read.error.line).toBeLessThanOrEqual(text.split("\n").length);
      expect(read.error.field).not.toBe("");
    }),
    { numRuns: 1000 },
  );
});
