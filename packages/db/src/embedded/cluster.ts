import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { PostgresError, explainFailure } from "./postgres-error.ts";

export interface ClusterOptions {
  readonly dataDir: string;
  readonly binaries: Binaries;
  readonly account: Account | null;
  readonly ephemeral: boolean;
}

/** The superuser of every embedded cluster. */
export const superuser = "postgres";

/** Where Postgres itself keeps its files, inside the data folder. */
export function clusterFolder(dataDir: string): string {
  return join(dataDir, "pg");
}

/**
 * Makes the cluster on the first start: UTF-8, collated by code point, with checksums and a random password.
 * @returns the superuser's password.
 */
export async function ensureCluster(options: ClusterOptions): Promise<string> {
  const folder = clusterFolder(options.dataDir);
  const version = await readFile(join(folder, "PG_VERSION"), "utf8").catch(() => null);
  if (version === null) return await createCluster(options);
  if (version.trim() !== options.binaries.major)
    throw new PostgresError(
      `The data in ${folder} belongs to Postgres ${version.trim()}, this is ${options.binaries.major}: move it away to start anew.`,
    );
  return await readFile(passwordFile(options.dataDir), "utf8").then(
    (text) => text.trim(),
    () => {
      throw new PostgresError(
        `The password file ${passwordFile(options.dataDir)} is missing: restore it.`,
      );
    },
  );
}

async function createCluster(options: ClusterOptions): Promise<string> {
  const folder = clusterFolder(options.dataDir);
  const half = `${folder}.new`;
  const password = randomBytes(24).toString("base64url");
  const secret = passwordFile(options.dataDir);
  await rm(half, { recursive: true, force: true });
  await rm(secret, { force: true });
  await writeFile(secret, `${password}\n`, { mode: 0o600 });
  if (options.account !== null) await chown(secret, options.account.uid, options.account.gid);
  let lines: string[] = [];
  // Systems name their UTF-8 locale differently; only extensions read it, order and case are Postgres's own.
  for (const locale of [["--locale=C.UTF-8"], ["--locale=C", "--lc-ctype=UTF-8"], ["--locale=C"]]) {
    lines = await runInitdb(options, half, [...locale, `--pwfile=${secret}`]);
    if (!lines.some((line) => /invalid locale/.test(line))) break;
  }
  if (lines.length > 0) throw explainFailure(lines, { dataDir: options.dataDir });
  await rename(half, folder);
  return password;
}

/** Runs initdb and returns nothing when it succeeded, else what it said. */
async function runInitdb(
  options: ClusterOptions,
  folder: string,
  more: string[],
): Promise<string[]> {
  const args = [
    `--pgdata=${folder}`,
    `--username=${superuser}`,
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
    "--auth=scram-sha-256",
    ...(options.ephemeral ? ["--no-sync"] : []),
    ...more,
  ];
  const child = spawn(options.binaries.initdb, args, {
    cwd: options.dataDir,
    env: serverEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
    ...(options.account === null ? {} : { uid: options.account.uid, gid: options.account.gid }),
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return await new Promise((resolve) => {
    child.on("error", (error) => resolve([`initdb: error: ${error.message}`]));
    child.on("close", (code) =>
      resolve(code === 0 ? [] : [...output.split("\n"), `initdb ended with ${code}`]),
    );
  });
}

/** Nothing of the caller's PG* settings reaches the server, and its messages stay in English so that they can be read. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], LC_ALL: "C", TZ: "UTC" };
}

function passwordFile(dataDir: string): string {
  return join(dataDir, "password");
}
