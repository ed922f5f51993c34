import { isAlias, isMap, isPair, isScalar, isSeq } from "yaml";
import { fieldIn, itemIn, shortened } from "./field-path.ts";

/** A finding with its offset in the text, so that the first of several can be told. */
export type SourceIssue = { at: number; field: string; message: string };

/** Where a value stands (offset of its key, or of itself in a list) and what it is in plain words. */
export type Place = { at: number; kind: string };

/**
 * Turns a composed YAML node into its JSON value, noting the place of every field. Aliases are
 * refused, not followed, so the work is bounded by the text's length.
 */
export function indexDocument(root: unknown): {
  value: unknown;
  places: Map<string, Place>;
  issues: SourceIssue[];
} {
  const places = new Map<string, Place>();
  const issues: SourceIssue[] = [];

  function visit(node: unknown, field: string, at: number): unknown {
    if (!places.has(field)) places.set(field, { at, kind: kindOf(node) });
    if (isAlias(node)) {
      const message = `Aliases (*${shortened(node.source)}) are not read; write the value out.`;
      issues.push({ at, field, message });
      return undefined;
    }
    if (isSeq(node)) {
      return node.items.map((item, index) =>
        visit(item, itemIn(field, index), offsetOf(item) ?? at),
      );
    }
    return isMap(node) ? visitMap(node.items, field, at) : isScalar(node) ? node.value : null;
  }

  function visitMap(items: readonly unknown[], field: string, at: number): unknown {
    const entries = new Map<string, unknown>();
    for (const pair of items) {
      if (!isPair(pair)) continue;
      const keyAt = offsetOf(pair.key) ?? at;
      if (!isScalar(pair.key)) {
        issues.push({ at: keyAt, field: field || "file", message: "A key must be a plain word." });
        continue;
      }
      const key = wordOf(pair.key.value);
      const inner = fieldIn(field, key);
      if (entries.has(key)) {
        const message = `\`${shortened(key)}\` stands here twice; keep one.`;
        issues.push({ at: keyAt, field: inner, message });
        continue;
      }
      entries.set(key, visit(pair.value, inner, keyAt));
    }
    return Object.fromEntries(entries);
  }

  const value = visit(root, "", offsetOf(root) ?? 0);
  return { value, places, issues };
}

function offsetOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)
    ? node.range?.[0]
    : undefined;
}

function kindOf(node: unknown): string {
  if (isMap(node)) return "a map of fields";
  if (isSeq(node)) return "a list";
  const value = isScalar(node) ? node.value : null;
  if (value === null) return "empty";
  if (typeof value === "string") return "text";
  if (typeof value === "boolean") return `the boolean ${value}`;
  return typeof value === "number" ? `the number ${value}` : "a value of another kind";
}

function wordOf(key: unknown): string {
  return typeof key === "string" ? key : JSON.stringify(key ?? null);
}
