import { z } from "zod";

/** What a value of each type is called to whoever sends another. */
export const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "an object",
  record: "an object",
  null: "null",
};

const FORMAT_WORDS: Readonly<Record<string, string>> = {
  uuid: "an id, as in 018f4d2e-7c1a-7b3e-9d52-0c8e6a4f1b27",
  email: "an e-mail address",
  url: "a web address with https://",
  date: "a day, as in 2026-11-23",
  datetime: "an instant in UTC, as in 2026-11-23T09:00:00.000Z",
};

/** One thing that is wrong with a value, and where in it. */
export type PlainIssue = { path: PropertyKey[]; message: string };

/**
 * What is wrong with a value, for whoever sent it. Of a choice between shapes it is what the shape
 * misses that fits best.
 */
export function plainIssues(error: z.ZodError): PlainIssue[] {
  return error.issues.flatMap((issue) => innermost(issue, []));
}

function innermost(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): PlainIssue[] {
  const path = [...above, ...issue.path];
  if (issue.code === "invalid_union") {
    const [closest] = issue.errors.toSorted((a, b) => a.length - b.length);
    if (closest !== undefined) return closest.flatMap((inner) => innermost(inner, path));
  }
  return [{ path, message: issue.message }];
}

/** The sentence of an issue whose schema brings none of its own. */
function issueWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "This is missing.";
      return `This must be ${TYPE_WORDS[issue.expected] ?? issue.expected}.`;
    case "invalid_value":
      if (issue.input === undefined) return "This is missing.";
      return `This must be ${oneOf(issue.values)}.`;
    case "too_big":
      return `${boundWords(issue, "At most", "Less than")} ${amount(issue.maximum, issue.origin)}.`;
    case "too_small":
      if (issue.origin === "string" && Number(issue.minimum) === 1) return "Please fill this in.";
      return `${boundWords(issue, "At least", "More than")} ${amount(issue.minimum, issue.origin)}.`;
    case "invalid_format": {
      const words = FORMAT_WORDS[issue.format];
      return words === undefined
        ? "This does not have the form that is asked for."
        : `This is not ${words}.`;
    }
    case "not_multiple_of":
      return `This must be a multiple of ${issue.divisor}.`;
    case "unrecognized_keys":
      return `Not known here: ${issue.keys.join(", ")}.`;
    case "invalid_union":
      return !Array.isArray(issue.options)
        ? "This has none of the shapes that are taken here."
        : `This must be ${oneOf(issue.options)}.`;
    case "invalid_key":
      return "This is not a key that is taken here.";
    default:
      return "This is not taken here.";
  }
}

function oneOf(values: readonly unknown[]): string {
  const words = values.map(String);
  return words.length === 1 ? words.join("") : `one of ${words.join(", ")}`;
}

type Bound = { exact?: boolean | undefined; inclusive?: boolean | undefined };

function boundWords({ exact, inclusive }: Bound, inside: string, outside: string): string {
  if (exact === true) return "Exactly";
  return inclusive === false ? outside : inside;
}

const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ["character", "characters"],
  array: ["entry", "entries"],
  set: ["entry", "entries"],
  file: ["byte", "bytes"],
};

function amount(bound: number | bigint, origin: string): string {
  const [one, many] = UNITS[origin] ?? [];
  if (one === undefined) return String(bound);
  return `${bound} ${Number(bound) === 1 ? one : many}`;
}

z.config({ customError: issueWords });
