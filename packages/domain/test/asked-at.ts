import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isPermission, type Permission } from "../src/permissions.ts";
import { parseSync, Visitor } from "oxc-parser";
import { fileOf, type Named, readModule, type SourceGraph, within } from "./source-graph.ts";

/** Where a call of a permission begins in the domain: at the verb, and at the frame around it. */
export type Entry = { verbs: readonly Named[]; frame: Named };

/**
 * The entries of all permissions: by the procedure that a router lists under it, else, for what
 * the worker runs, by the file of its name.
 */
export function entriesOf(
  graph: SourceGraph,
  routers: string,
  modules: readonly string[],
  permissions: readonly Permission[],
): ReadonlyMap<Permission, Entry> {
  const entries = new Map<Permission, Entry>();
  for (const file of globSync("*.ts", { cwd: routers })) {
    for (const [permission, entry] of listedIn(graph, join(routers, file))) {
      entries.set(permission, entry);
    }
  }
  const files = new Set(modules);
  for (const permission of permissions) {
    const file = `${permission.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`).replace(".", "/")}.ts`;
    if (entries.has(permission) || !files.has(file)) continue;
    const verbs = [...graph.module(file).exported].map((name) => `${file}#${name}`);
    entries.set(permission, { verbs, frame: COMMAND });
  }
  return entries;
}

const QUERY = "execution/run.ts#runQuery";
const COMMAND = "execution/run.ts#runCommand";

function listedIn(graph: SourceGraph, path: string): [Permission, Entry][] {
  const source = readFileSync(path, "utf8");
  const { texts, uses, bound } = readModule(source, path);
  const procedures: { start: number; end: number }[] = [];
  new Visitor({
    Property(node) {
      if (node.value.type === "CallExpression") procedures.push(node.value);
    },
  }).visit(parseSync(path, source).program);
  return procedures.flatMap((span): [Permission, Entry][] => {
    const permission = texts.find(({ at, text }) => within(at, span) && isPermission(text))?.text;
    if (permission === undefined || !isPermission(permission)) return [];
    const names = uses.filter(({ at }) => within(at, span)).map(({ name }) => name);
    const verbs = names.flatMap((name) => {
      const from = bound.get(name);
      const file = from === undefined ? null : fileOf(path, from.from);
      const verb = from && file?.endsWith("index.ts") ? graph.resolve(file, from.name) : null;
      return verb === null || verb === undefined ? [] : [verb];
    });
    return [[permission, { verbs, frame: names.includes("query") ? QUERY : COMMAND }]];
  });
}
