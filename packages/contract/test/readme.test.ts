import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { RULES } from "../src/diff/rules.ts";
import { STAMPS } from "../src/stamps.ts";

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
const readme = read("README.md");
const examples = readdirSync(new URL("../examples/library/", import.meta.url))
  .map((name) => read(`examples/library/${name}`))
  .join("\n");
const blocks = (language: string) =>
  [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, name]) => name === language)
    .map(([, , text = ""]) => text);

/** The cells of each row of the README's tables. */
const rows = readme
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe("the README", () => {
  it("shows code that stands in the examples", () => {
    expect(blocks("ts").length).toBeGreaterThan(3);
    expect(blocks("ts").filter((block) => !examples.includes(block))).toEqual([]);
  });

  it("shows what the examples print", () => {
    const main = fileURLToPath(new URL("../examples/library/main.ts", import.meta.url));
    const printed = execFileSync(process.execPath, [main], { encoding: "utf8" });
    expect(blocks("text").join("")).toBe(printed);
  });

  it("lists every rule with its verdicts", () => {
    const expected = Object.entries(RULES).map(([rule, { title, tier, verdicts, instead }]) => [
      rule,
      title,
      tier,
      verdicts.join(", "),
      instead,
    ]);
    expect(rows.filter(([rule = ""]) => rule in RULES)).toEqual(expected);
  });

  it("lists every stamp", () => {
    const stamps = Object.entries(STAMPS).map(([stamp, key]) => [`\`${stamp}\``, `\`${key}\``]);
    const listed = rows.map(([stamp, , key]) => [stamp, key]);
    expect(listed.filter(([, key = ""]) => key.startsWith("`x-"))).toEqual(stamps);
  });

  it("names every stamp that is read off a schema", () => {
    const source = ["src/schema.ts", "src/emit.ts"].map(read).join("\n");
    const written = [...source.matchAll(/json\["(x-[a-z]+)"\]|schema\["(x-[a-z]+)"\]/g)];
    const names = new Set(written.map(([, one, other]) => one ?? other ?? ""));
    expect(names.size).toBeGreaterThan(8);
    expect([...names].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
