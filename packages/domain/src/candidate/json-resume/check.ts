import { Ajv, type ErrorObject } from "ajv";
import addFormats from "ajv-formats";
import { deny, type Denial } from "../../errors.ts";
import { unkeepableText } from "../../wire.ts";
import schema from "@jsonresume/schema/schema.json" with { type: "json" };

const ajv = new Ajv({ allErrors: false, strict: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

const MAX_BYTES = 500_000;

/** Why a document is no JSON Resume, in one sentence about its first wrong field; null if it is one. */
export function whyNotResume(document: unknown): Denial | null {
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    return deny("RESUME_INVALID", { field: "the document", problem: "is not a JSON object" });
  }
  if (!("basics" in document)) {
    return deny("RESUME_INVALID", { field: "basics", problem: "is missing" });
  }
  if (Buffer.byteLength(JSON.stringify(document)) > MAX_BYTES) {
    return deny("RESUME_INVALID", { field: "the document", problem: "is larger than 500 kB" });
  }
  const unkept = unkeepableText(document);
  if (unkept !== null) {
    return deny("RESUME_INVALID", {
      field: unkept === "" ? "the document" : unkept,
      problem: "holds a character that cannot be kept",
    });
  }
  if (validate(document)) return null;
  const [error] = validate.errors ?? [];
  return error === undefined
    ? null
    : deny("RESUME_INVALID", { field: fieldOf(error), problem: problemOf(error) });
}

function fieldOf(error: ErrorObject): string {
  const path = error.instancePath.split("/").slice(1).map(unescape);
  return path.length === 0 ? "the document" : path.join(".");
}

const unescape = (part: string) => part.replaceAll("~1", "/").replaceAll("~0", "~");

function problemOf({ keyword, params }: ErrorObject): string {
  const said = new Map<string, unknown>(Object.entries(params));
  switch (keyword) {
    case "type":
      return `should be ${TYPE_WORDS.get(String(said.get("type"))) ?? String(said.get("type"))}`;
    case "format":
      return `should be ${FORMAT_WORDS.get(String(said.get("format"))) ?? String(said.get("format"))}`;
    case "pattern":
      return "should be a date such as 2023, 2023-04 or 2023-04-29";
    case "required":
      return `lacks ${String(said.get("missingProperty"))}`;
    default:
      return "is not as the format asks";
  }
}

const TYPE_WORDS = new Map([
  ["string", "text"],
  ["object", "an object"],
  ["array", "a list"],
  ["number", "a number"],
  ["boolean", "true or false"],
]);

const FORMAT_WORDS = new Map([
  ["email", "an e-mail address"],
  ["uri", "a web address"],
  ["date", "a date"],
]);
