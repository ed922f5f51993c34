import { existsSync, readFileSync } from "node:fs";
import { Manifest, type ProcedureContract, schemaAt } from "@rubric/contract/manifest";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { BadUse } from "./failures.ts";

/** Beside the packed program, or at the root of the repository. */
const PLACES = ["../contract.json", "../../../../contract/current.json"];

let read: Manifest | null = null;

/** The contract that this command line was built with. */
export function ownManifest(): Manifest {
  if (read !== null) return read;
  const place = PLACES.map((one) => new URL(one, import.meta.url)).find((one) => existsSync(one));
  if (place === undefined) throw new Error("The contract of this command line is not there.");
  return (read = Manifest.parse(JSON.parse(readFileSync(place, "utf8"))));
}

/** A procedure of the contract; says which are like it where there is none of this name. */
export function procedureOf(path: string): ProcedureContract {
  const { procedures } = ownManifest();
  const found = Object.hasOwn(procedures, path) ? procedures[path] : undefined;
  if (found !== undefined) return found;
  const [folder = ""] = path.split(".");
  const near = Object.keys(procedures).filter((name) => name.startsWith(`${folder}.`));
  const known =
    near.length === 0 ? "Look them up: rubric procedures" : `There is ${near.join(", ")}.`;
  throw new BadUse(`There is no procedure ${path}. ${known}`);
}

/** What is wrong with an input by the contract: a path with dots and a sentence each. */
export function wrongWith(path: string, input: unknown): { field: string; what: string }[] {
  const schema = schemaAt(ownManifest(), procedureOf(path).input);
  if (schema === null) return [];
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  const fits = ajv.compile(Object(asSent(schema)));
  return fits(input) ? [] : (fits.errors ?? []).map(described);
}

/** Of what the server changes before it judges (trims, lowers, coerces) the type alone is asked here. */
function asSent(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asSent);
  if (typeof schema !== "object" || schema === null) return schema;
  const of = new Map<string, unknown>(Object.entries(schema));
  if (of.get("x-coerce") === true) return {};
  if (of.has("x-overwrite")) return { type: of.get("type") };
  return Object.fromEntries([...of].map(([key, value]) => [key, asSent(value)]));
}

function described({ instancePath, message, params, keyword }: ErrorObject): {
  field: string;
  what: string;
} {
  const extra = keyword === "required" ? params["missingProperty"] : params["additionalProperty"];
  const parts = [
    ...instancePath.split("/").slice(1),
    ...(extra === undefined ? [] : [String(extra)]),
  ];
  const allowed: unknown = params["allowedValues"];
  const what =
    keyword === "required"
      ? "is missing"
      : keyword === "additionalProperties"
        ? "is not known"
        : `${message ?? "is wrong"}${Array.isArray(allowed) ? `: ${allowed.join(", ")}` : ""}`;
  return { field: parts.length === 0 ? "input" : parts.join("."), what };
}
