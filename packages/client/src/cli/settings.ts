import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Env } from "./env.ts";
import { BadUse } from "./failures.ts";

const Stored = z.object({ url: z.string(), token: z.string() });
type Stored = z.infer<typeof Stored>;

const fileOf = ({ folder }: Env) => join(folder, "credentials.json");

/** Keeps address and token for this user alone; gives the file's place. */
export function store(env: Env, stored: Stored): string {
  const file = fileOf(env);
  mkdirSync(env.folder, { recursive: true, mode: 0o700 });
  // A file that is there keeps its mode when it is written.
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify(stored)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return file;
}

/** Forgets what was kept; false where nothing was. */
export function forget(env: Env): boolean {
  const was = existsSync(fileOf(env));
  rmSync(fileOf(env), { force: true });
  return was;
}

function stored(env: Env): Stored | null {
  if (!existsSync(fileOf(env))) return null;
  try {
    return Stored.parse(JSON.parse(readFileSync(fileOf(env), "utf8")));
  } catch {
    throw new BadUse(`${fileOf(env)} cannot be read: sign in again.`);
  }
}

/**
 * Where to call, and as whom: RUBRIC_URL and RUBRIC_TOKEN before what was kept. A kept token goes
 * to the address that it was kept for and to no other.
 */
export function connection(env: Env): Stored {
  const kept = stored(env);
  const url = env.url ?? kept?.url;
  if (url === undefined) throw new BadUse("Sign in first: rubric sign-in --url https://…");
  const ofKept = kept !== null && new URL(kept.url).origin === new URL(url).origin;
  const token = env.token ?? (ofKept ? kept.token : undefined);
  if (token === undefined) {
    throw new BadUse(`There is no token for ${url}: sign in, or set RUBRIC_TOKEN.`);
  }
  return { url, token };
}
