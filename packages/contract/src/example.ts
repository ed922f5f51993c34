import { isRecord } from "./canonical.ts";

/** What stands where a text is asked for. */
const BY_FORMAT: Record<string, string> = {
  uuid: "01900000-0000-7000-8000-000000000000",
  "date-time": "2030-01-31T09:00:00.000Z",
  date: "2030-01-31",
  email: "name@example.com",
  uri: "https://example.com",
};

/** A value that a schema takes, as short as may be: a place to begin typing from. */
export function exampleOf(of: unknown): unknown {
  if (!isRecord(of)) return null;
  const schema = Object.assign({}, of, ...listOf(of["allOf"]));
  if ("default" in schema) return schema["default"];
  if ("const" in schema) return schema["const"];
  const [first] = listOf(schema["enum"]);
  if (first !== undefined) return first;
  const arms = [...listOf(schema["anyOf"]), ...listOf(schema["oneOf"])];
  if (arms.length > 0) {
    return arms.some((arm) => isRecord(arm) && arm["type"] === "null") ? null : exampleOf(arms[0]);
  }
  const types = [schema["type"]].flat();
  if (types.includes("null")) return null;
  const [type] = types;
  switch (type) {
    case "object":
      return exampleObject(schema);
    case "array": {
      const wanted = numberOf(schema["minItems"]) ?? 0;
      return Array.from({ length: wanted }, () => exampleOf(schema["items"]));
    }
    case "string":
      return exampleText(schema);
    case "integer":
    case "number":
      return exampleNumber(schema);
    case "boolean":
      return false;
    default:
      return null;
  }
}

function exampleObject(schema: Record<string, unknown>): Record<string, unknown> {
  const fields = isRecord(schema["properties"]) ? schema["properties"] : {};
  const required = listOf(schema["required"]);
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => required.includes(name))
      .map(([name, field]) => [name, exampleOf(field)]),
  );
}

function exampleText(schema: Record<string, unknown>): string {
  const { format, minLength, "x-then": then } = schema;
  const known = BY_FORMAT[String(format)];
  if (known !== undefined) return known;
  if (isRecord(then) && then["format"] !== undefined) return exampleText(then);
  const { pattern } = schema;
  const guess = typeof pattern === "string" ? guessOf(new RegExp(pattern, "u")) : undefined;
  if (guess !== undefined) return guess;
  const least = numberOf(minLength) ?? 0;
  if (least === 0 && schema["x-refinement"] === undefined) return "";
  const words = Math.ceil((least + 1) / "text ".length);
  return Array.from({ length: Math.max(words, 1) }, () => "text").join(" ");
}

const GUESSES = ["", "text", "AA", "AAA", "00000000"];

function guessOf(pattern: RegExp): string | undefined {
  return pattern.test("text text") ? undefined : GUESSES.find((guess) => pattern.test(guess));
}

function exampleNumber(schema: Record<string, unknown>): number {
  const least = numberOf(schema["minimum"]);
  return least === null || least <= Number.MIN_SAFE_INTEGER ? 0 : least;
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
