import { parseSync, Visitor } from "oxc-parser";
import { readModule, within } from "./source-graph.ts";

type Span = { start: number; end: number };

/** What a test file says of the functions it tests. */
export type TestTables = {
  /** Local name → where it is imported from, and as what. */
  imports: ReadonlyMap<string, { from: string; name: string }>;
  /** A name that tables use (rows by `each`, or a loop with an expectation) → every text in those. */
  tabled: ReadonlyMap<string, ReadonlySet<string>>;
};

/**
 * Reads the tables of a test file. A name counts as used by a table if it stands in it, or in a
 * declaration of the file that stands in it; a name that is declared twice counts as either.
 */
export function readTables(source: string, path: string): TestTables {
  const { uses, texts, bound } = readModule(source, path);
  const declared = new Map<string, Span[]>();
  const tables: Span[] = [];
  const note = (name: string, span: Span) =>
    declared.set(name, [...(declared.get(name) ?? []), span]);
  new Visitor({
    VariableDeclarator(node) {
      if (node.id.type === "Identifier") note(node.id.name, node);
    },
    FunctionDeclaration(node) {
      if (node.id !== null) note(node.id.name, node);
    },
    ForOfStatement(node) {
      tables.push(node);
    },
    CallExpression(node) {
      const { callee } = node;
      if (callee.type !== "CallExpression" || callee.callee.type !== "MemberExpression") return;
      const { property } = callee.callee;
      if (property.type === "Identifier" && property.name === "each") tables.push(node);
    },
  }).visit(parseSync(path, source).program);

  const namesIn = (spans: readonly Span[]) =>
    uses.filter((use) => spans.some((span) => within(use.at, span))).map((use) => use.name);
  const tabled = new Map<string, Set<string>>();
  for (const table of tables) {
    const names = new Set(namesIn([table]));
    for (const name of names) for (const next of namesIn(declared.get(name) ?? [])) names.add(next);
    if (!names.has("expect")) continue;
    const spans = [table, ...[...names].flatMap((name) => declared.get(name) ?? [])];
    const said = texts.filter(({ at }) => spans.some((span) => within(at, span)));
    for (const name of names) {
      const known = tabled.get(name) ?? new Set<string>();
      for (const { text } of said) known.add(text);
      tabled.set(name, known);
    }
  }
  return { imports: bound, tabled };
}
