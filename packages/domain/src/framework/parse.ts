import { firstError, placeOf, shapeIssues } from "../yaml/first-error.ts";
import { fieldOf } from "../yaml/field-path.ts";
import { readYamlSource, type SourceError } from "../yaml/read-source.ts";
import { FrameworkDocument, type Framework } from "./document.ts";
import { referenceIssues } from "./references.ts";
import { frameworkOf } from "./rows.ts";

type FrameworkSourceError = SourceError;
export type ParsedFramework =
  | { ok: true; framework: Framework }
  | { ok: false; error: FrameworkSourceError };

/** Reads a framework file. Of all that is wrong with it, the error is what stands first in the file. */
export function parseFrameworkYaml(text: string): ParsedFramework {
  const read = readYamlSource(text);
  if (!read.ok) return read;
  const { source } = read;
  const shape = FrameworkDocument.safeParse(source.value);
  const lineOf = (path: PropertyKey[]) => source.lineAt(placeOf(source, path));
  const references = referenceIssues(source.value, lineOf).map(({ path, message }) => ({
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
  return { ok: true, framework: frameworkOf(FrameworkDocument.parse(source.value)) };
}
