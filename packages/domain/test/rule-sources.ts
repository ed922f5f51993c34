import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fileOf, type Named, type SourceGraph, within } from "./source-graph.ts";
import { readTables } from "./test-tables.ts";

/** The folder of the domain's source. */
export const SOURCE = fileURLToPath(new URL("../src/", import.meta.url));

/** The modules of the domain, by their paths from its folder. */
export const MODULES = globSync("**/*.ts", { cwd: SOURCE }).filter(
  (file) => !file.endsWith(".test.ts"),
);

const DEFINE_RULE = "policy/rule.ts#defineRule";

/**
 * Where each rule is written, by its name in the list: an exported `whyNot…` of a feature, or what
 * is defined under that name.
 */
export function ruleSources(graph: SourceGraph): Map<string, Named> {
  const sources = new Map<string, Named>();
  for (const file of MODULES) {
    const { exported, declared, texts } = graph.module(file);
    for (const name of exported) {
      const named = `${file}#${name}`;
      const feature = file.includes("/") ? file.split("/")[0] : "access";
      const span = declared.get(name);
      if (/^why[A-Z]/.test(name)) sources.set(`${feature}.${name}`, named);
      else if (span !== undefined && graph.namedBy(named).includes(DEFINE_RULE)) {
        const own = texts.find(({ at, text }) => within(at, span) && text.includes("."));
        if (own !== undefined) sources.set(own.text, named);
      }
    }
  }
  return sources;
}

/**
 * The texts of the tables that use a rule in the file of its tests: those of its rows; null where
 * the file does not import it or has no table that uses it.
 */
export function tableOf(tests: string, rule: Named): ReadonlySet<string> | null {
  const { imports, tabled } = readTables(readFileSync(join(SOURCE, tests), "utf8"), tests);
  for (const [local, { from, name }] of imports) {
    const file = fileOf(tests, from);
    if (file !== null && `${file}#${name}` === rule) return tabled.get(local) ?? null;
  }
  return null;
}
