import { isAlias, isMap, isPair, isScalar, isSeq } from "yaml";
import { unkeepableText } from "../wire.ts";
import { fieldOf, shortened } from "./field-path.ts";

/** A finding with its offset in the text, so that the first of several can be told. */
export type SourceIssue = { at: number; field: string; message: string };

/**
 * Where a value stands (offset of its key, or of itself in a list), what it is in plain words, and
 * what it holds. A tree, for the paths of all fields together can be longer than the file squared.
 */
export type Place = {
  at: number;
  kind: string;
  step: PropertyKey | null;
  parent: Place | null;
  parts: Map<PropertyKey, Place>;
};

/** The field of a place: `competencies[3].level`; "" is the whole file. */
export function fieldAt(place: Place): string {
  const path: PropertyKey[] = [];
  for (let at = place; at.parent !== null && at.step !== null; at = at.parent) path.push(at.step);
  return fieldOf(path.toReversed());
}

/**
 * Turns a composed YAML node into its JSON value, noting the place of every field. Aliases are
 * refused, not followed, and only the first finding is told, so the work is bounded by the text's
 * length.
 */
export function indexDocument(root: unknown): {
  value: unknown;
  root: Place;
  issues: SourceIssue[];
} {
  const issues: SourceIssue[] = [];

  function find(place: Place, at: number, message: string): void {
    if (issues.length === 0) issues.push({ at, field: fieldAt(place), message });
  }

  function visit(node: unknown, place: Place): unknown {
    if (isAlias(node)) {
      const message = `Aliases (*${shortened(node.source)}) are not read; write the value out.`;
      find(place, place.at, message);
      return undefined;
    }
    if (isSeq(node)) {
      return node.items.map((item, index) =>
        visit(item, placeIn(place, index, item, offsetOf(item) ?? place.at)),
      );
    }
    if (isMap(node)) return visitMap(node.items, place);
    if (!isScalar(node)) return null;
    if (unkeepableText(node.value) !== null) {
      find(place, place.at, `\`${String(place.step)}\` holds a character that cannot be shown.`);
    }
    return node.value;
  }

  function visitMap(items: readonly unknown[], place: Place): unknown {
    const entries = new Map<string, unknown>();
    for (const pair of items) {
      if (!isPair(pair)) continue;
      const keyAt = offsetOf(pair.key) ?? place.at;
      if (!isScalar(pair.key)) {
        find(place, keyAt, "A key must be a plain word.");
        continue;
      }
      const key = wordOf(pair.key.value);
      const known = place.parts.get(key);
      if (known !== undefined) {
        find(known, keyAt, `\`${shortened(key)}\` stands here twice; keep one.`);
        continue;
      }
      entries.set(key, visit(pair.value, placeIn(place, key, pair.value, keyAt)));
    }
    return Object.fromEntries(entries);
  }

  const whole = placeOn(root, offsetOf(root) ?? 0);
  return { value: visit(root, whole), root: whole, issues };
}

function placeOn(node: unknown, at: number): Place {
  return { at, kind: kindOf(node), step: null, parent: null, parts: new Map() };
}

function placeIn(parent: Place, step: PropertyKey, node: unknown, at: number): Place {
  const place = { ...placeOn(node, at), step, parent };
  parent.parts.set(step, place);
  return place;
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
