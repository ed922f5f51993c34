import { fieldOf } from "../yaml/field-path.ts";
import { firstError, placeOf, shapeIssues } from "../yaml/first-error.ts";
import { readYamlSource, type SourceError } from "../yaml/read-source.ts";
import { LibraryDocument, type Library } from "./document.ts";
import type { LibraryFrame } from "./frame.ts";
import { referenceIssues } from "./references.ts";

type LibrarySourceError = SourceError;
export type ParsedLibrary =
  | { ok: true; library: Library }
  | { ok: false; error: LibrarySourceError };

/**
 * Reads a growth library; the error is what stands first in the file. With `frame`, the keys of a
 * framework, an item on any other competency or level is refused, and one that requires an item
 * whose level does not lead to its own.
 */
export function parseLibraryYaml(text: string, frame?: LibraryFrame): ParsedLibrary {
  const read = readYamlSource(text);
  if (!read.ok) return read;
  const { source } = read;
  const shape = LibraryDocument.safeParse(source.value);
  const lineOf = (path: PropertyKey[]) => source.lineAt(placeOf(source, path));
  const references = referenceIssues(source.value, lineOf, frame).map(({ path, message }) => ({
    at: placeOf(source, path),
    field: fieldOf(path),
    message,
  }));
  const error = firstError(source, [
    ...source.issues,
    ...shapeIssues(source, shape.error?.issues ?? []),
    ...references,
  ]);
  if (error) return { ok: false, error };
  return { ok: true, library: LibraryDocument.parse(source.value) };
}
