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
  date: "a date",
  null: "null",
};

const FORMAT_WORDS: Readonly<Record<string, string>> = {
  uuid: "an id, as in 018f4d2e-7c1a-7b3e-9d52-0c8e6a4f1b27",
  email: "an e-mail address",
  url: "an address with its scheme, as in https://rubric.example",
  date: "a day, as in 2026-11-23",
  datetime: "an instant in UTC, as in 2026-11-23T09:00:00.000Z",
};

/** One thing that is wrong with a value, and where in it. */
export type PlainIssue = { path: PropertyKey[]; message: string };

type Issue = z.core.$ZodIssue;

const NO_SHAPE = "This has none of the shapes that are taken here.";

/**
 * What is wrong with a value, for whoever sent it. Of a choice between shapes it is what the shape
 * lacks that was meant, where one can tell which.
 */
export function plainIssues(error: z.ZodError): PlainIssue[] {
  return error.issues.flatMap((issue) => innermost(issue, []));
}

function innermost(issue: Issue, above: readonly PropertyKey[]): PlainIssue[] {
  const path = [...above, ...issue.path];
  if (issue.code !== "invalid_union" || issue.message !== NO_SHAPE) {
    return [{ path, message: issue.message }];
  }
  const meant = meantBy(issue.errors);
  if (meant !== null) return meant.flatMap((inner) => innermost(inner, path));
  const field = fieldOf(issue.errors);
  const choices = field === undefined ? [] : issue.errors.flatMap((arm) => choicesAt(arm, field));
  return field === undefined || choices.length === 0
    ? [{ path, message: NO_SHAPE }]
    : [{ path: [...path, ...field], message: `This must be ${listed(choices)}.` }];
}

/** What is wrong by the shape that was meant: of those with its type and its name the nearest. */
function meantBy(arms: readonly Issue[][]): Issue[] | null {
  const alike = arms.filter((arm) => !arm.some((one) => isMismatch(one) && one.path.length === 0));
  const named = alike.filter(
    (arm) => !arm.some((one) => one.code === "invalid_value" && one.path.length === 1),
  );
  const among = named.length > 0 || alike.length > 1 ? named : alike;
  return among.toSorted((a, b) => a.length - b.length)[0] ?? null;
}

/** That a value is of another shape altogether. */
const isMismatch = ({ code }: Issue) =>
  code === "invalid_type" || code === "invalid_value" || code === "unrecognized_keys";

/** The one field by which no shape is the one that was meant. */
function fieldOf(arms: readonly Issue[][]): readonly PropertyKey[] | undefined {
  const chosen = arms
    .flat()
    .filter(({ code }) => code === "invalid_value" || code === "invalid_type");
  const paths = chosen.map(({ path }) => path).toSorted((a, b) => a.length - b.length);
  return paths.find((path) => arms.every((arm) => choicesAt(arm, path).length > 0));
}

/** What a shape takes at a path, in words. */
function choicesAt(arm: readonly Issue[], path: readonly PropertyKey[]): string[] {
  return arm.flatMap((issue) => {
    if (issue.path.join(".") !== path.join(".")) return [];
    if (issue.code === "invalid_value") return issue.values.map(valueWords);
    return issue.code === "invalid_type" ? [typeWords(issue.expected)] : [];
  });
}

/** The sentence of an issue, for each schema of the process that brings none of its own. */
function issueWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "This is missing.";
      return `This must be ${typeWords(issue.expected)}.`;
    case "invalid_value":
      if (issue.input === undefined) return "This is missing.";
      return `This must be ${oneOf(issue.values.map(valueWords))}.`;
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
        ? NO_SHAPE
        : `This must be ${oneOf(issue.options.map(valueWords))}.`;
    case "invalid_key":
      return "This is not a key that is taken here.";
    default:
      return "This is not taken here.";
  }
}

const typeWords = (expected: string): string => TYPE_WORDS[expected] ?? expected;

const valueWords = (value: unknown): string => (value === "" ? "empty" : String(value));

function oneOf(words: readonly string[]): string {
  return words.length === 1 ? words.join("") : `one of ${words.join(", ")}`;
}

/** Types and values as a choice: `text or null`, or `one of` many. */
function listed(words: readonly string[]): string {
  const each = [...new Set(words)];
  return each.length === 2 ? each.join(" or ") : oneOf(each);
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
