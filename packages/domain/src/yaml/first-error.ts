import type { z } from "zod";
import { TYPE_WORDS } from "../issue-words.ts";
import { fieldIn, fieldOf, shortened } from "./field-path.ts";
import type { Place, SourceIssue } from "./index-document.ts";
import type { Source, SourceError } from "./read-source.ts";

type ShapeIssue = z.core.$ZodIssue;

/** YAML's own word for an object. */
const EXPECTED: typeof TYPE_WORDS = {
  ...TYPE_WORDS,
  object: "a map of fields",
  record: "a map of fields",
};

/** What a schema refused, as findings with their place in the source. */
export function shapeIssues(source: Source, issues: readonly ShapeIssue[]): SourceIssue[] {
  return issues.flatMap((issue) => {
    const field = fieldOf(issue.path);
    if (issue.code !== "unrecognized_keys") {
      return [{ at: placeOf(source, issue.path), field, message: sentence(source, issue) }];
    }
    return issue.keys.map((key) => ({
      at: placeOf(source, [...issue.path, key]),
      field: fieldIn(field, key),
      message: `\`${shortened(key)}\` is not a known field here.`,
    }));
  });
}

/** The offset of a field; of the part that should hold it if it is missing. */
export function placeOf(source: Source, path: readonly PropertyKey[]): number {
  return nearest(source, path).place.at;
}

/** The place of a path, or of the innermost part of it that is in the source. */
function nearest(source: Source, path: readonly PropertyKey[]): { place: Place; whole: boolean } {
  let place = source.root;
  for (const step of path) {
    const next = place.parts.get(step);
    if (next === undefined) return { place, whole: false };
    place = next;
  }
  return { place, whole: true };
}

/** Of all findings the one that stands first in the text; of two at one place the first given. */
export function firstError(source: Source, issues: readonly SourceIssue[]): SourceError | null {
  let first: SourceIssue | undefined;
  for (const issue of issues) if (!first || issue.at < first.at) first = issue;
  if (!first) return null;
  const field = shortened(first.field || "file");
  return { line: source.lineAt(first.at), field, message: first.message };
}

function sentence(source: Source, issue: ShapeIssue): string {
  const name = issue.path.length === 0 ? "The file" : nameOf(issue.path);
  const { place, whole } = nearest(source, issue.path);
  if (!whole) return `${name} is missing.`;
  if (issue.code === "invalid_type") {
    const hint = issue.expected === "string" && / (number|boolean) /.test(place.kind);
    const expected = EXPECTED[issue.expected] ?? issue.expected;
    return `${name} must be ${expected}, but is ${place.kind}${hint ? "; put it in quotes" : ""}.`;
  }
  if (issue.code === "invalid_value") {
    if (place.kind === "empty") return `${name} is empty.`;
    return `${name} must be one of ${issue.values.map(String).join(", ")}.`;
  }
  // A schema of a file says what its field must be; what is said for any schema is a sentence.
  return /^\p{Lu}/u.test(issue.message) ? `${name}: ${issue.message}` : `${name} ${issue.message}`;
}

function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1);
  if (typeof last !== "number") return `\`${String(last)}\``;
  return `Item ${last + 1} of \`${String(path.at(-2) ?? "the list")}\``;
}
