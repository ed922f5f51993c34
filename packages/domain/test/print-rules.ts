import { existsSync } from "node:fs";
import { join } from "node:path";
import { listedRules } from "../src/policy/listing.ts";
import type { RuleView } from "../src/policy/schemas.ts";
import { ruleSources, SOURCE, tableOf } from "./rule-sources.ts";
import { SourceGraph } from "./source-graph.ts";

/** How wide a column of lists may get before it goes on in the next line. */
const WIDEST = 56;

const sources = ruleSources(new SourceGraph(SOURCE));
const rules = listedRules().map((rule) => ({ ...rule, tabled: isTabled(rule) }));
const without = rules.filter((rule) => !rule.tabled);

if (process.argv.includes("--json")) {
  process.stdout.write(`${JSON.stringify(rules, null, 2)}\n`);
} else {
  const head = ["Rule", "Kind", "Decision points", "Parameters", "Laws", "Table tests"];
  process.stdout.write(columns([head.map((word) => [word]), ...rules.map(cells)]));
  const counts = [`${rules.length - without.length} with table tests`, `${without.length} without`];
  process.stdout.write(`\n${[`${rules.length} rules`, ...counts].join(", ")}\n`);
}
process.exitCode = without.length === 0 ? 0 : 1;

function isTabled({ name, tests }: RuleView): boolean {
  const source = sources.get(name);
  return source !== undefined && existsSync(join(SOURCE, tests)) && tableOf(tests, source) !== null;
}

function cells(rule: RuleView & { tabled: boolean }): string[][] {
  const parameters = rule.parameters.map(({ name, standard, unit }) =>
    [name, standard, ...(unit === null ? [] : [unit])].join(" "),
  );
  return [
    [rule.name],
    [rule.kinds.map(({ kind }) => kind).join(", ")],
    rule.everywhere ? ["every call"] : folded(rule.points),
    folded(parameters),
    [rule.laws.join(", ")],
    [rule.tabled ? rule.tests : `none in ${rule.tests}`],
  ];
}

function folded(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > WIDEST) lines.push(word);
    else lines[lines.length - 1] = `${last}, ${word}`;
  }
  return lines.map((line, at) => (at < lines.length - 1 ? `${line},` : line));
}

function columns(rows: readonly string[][][]): string {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.flatMap((row) => row[at] ?? []).map((line) => line.length)),
  );
  const lines = rows.flatMap((row) => {
    const height = Math.max(...row.map((cell) => cell.length));
    return Array.from({ length: height }, (_, n) =>
      row.map((cell, at) => (cell[n] ?? "").padEnd(widths[at] ?? 0)).join("  "),
    );
  });
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}
