import { sender } from "../send.ts";
import type { Env } from "./env.ts";
import { BadUse } from "./failures.ts";
import { ownManifest, procedureOf, wrongWith } from "./manifest.ts";
import { connection } from "./settings.ts";
import { confirm, readAll } from "./terminal.ts";

export type CallOptions = { idempotencyKey?: string; yes?: boolean };

/**
 * Calls any procedure by its name. The input (JSON, or `-` to read it) is held against the contract
 * before anything is sent; a command is sent only with `yes`, or when a person at the terminal says so.
 */
export async function callByName(
  env: Env,
  path: string,
  json: string,
  { idempotencyKey, yes = false }: CallOptions,
): Promise<unknown> {
  const { kind, idempotency } = procedureOf(path);
  const input = parsed(json === "-" ? await readAll() : json);
  const wrong = wrongWith(path, input);
  if (wrong.length > 0) {
    const said = wrong.map(({ field, what }) => `  ${field} ${what}`);
    throw new BadUse([`This is not what ${path} takes:`, ...said].join("\n"));
  }
  if (kind === "subscription") throw new BadUse(`${path} is a stream.`);
  if (idempotencyKey !== undefined && idempotency === null) {
    throw new BadUse(`${path} changes nothing: it takes no key.`);
  }
  const { url, token } = connection(env);
  if (kind === "mutation" && !yes)
    await confirm(`${path} changes what is kept at ${url}. Send it?`);
  const options = idempotencyKey === undefined ? {} : { idempotencyKey };
  return sender({ url, token })(kind, path, input, options);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new BadUse("The input is not JSON.");
  }
}

/** The procedures whose name holds a text. */
export function findProcedures(search: string) {
  return Object.entries(ownManifest().procedures)
    .filter(([path]) => path.toLowerCase().includes(search.toLowerCase()))
    .map(([path, one]) => ({ path, ...one }));
}
