import { type PlainIssue, plainIssues } from "@rubric/domain/issue-words";
import { z } from "zod";

/** What was typed: the value it stands for, or what is wrong with it, one line each. */
export type Typed = { value: unknown; wrong: [] } | { value: undefined; wrong: string[] };

/** Reads JSON as it was typed, and holds it against a procedure's input. */
export function readInput(text: string, schema: z.ZodType): Typed {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { value: undefined, wrong: [`This is not JSON${placeOf(text, error)}.`] };
  }
  const { error } = schema.safeParse(value);
  if (error === undefined) return { value, wrong: [] };
  return { value: undefined, wrong: plainIssues(error).map(lineOf) };
}

/** A schema of the reference as one that can be asked. */
export function schemaFrom(json: Record<string, unknown> | null): z.ZodType {
  return json === null ? z.unknown() : z.fromJSONSchema(json);
}

function lineOf({ path, message }: PlainIssue): string {
  const place = path.map(String).join(".");
  return place === "" ? message : `${place}: ${message}`;
}

/** Where it stops being JSON, as far as the browser says so. */
function placeOf(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) {
    const token = /token '?"?(\S)/.exec(message)?.[1];
    return token === undefined || text === "" ? "" : `: “${token}” does not belong where it stands`;
  }
  const before = text.slice(0, Number(position)).split("\n");
  return `: look at line ${before.length}, character ${(before.at(-1) ?? "").length + 1}`;
}
