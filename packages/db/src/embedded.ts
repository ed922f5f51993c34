import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { chmod, chown, mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Account, serverAccount } from "./embedded/account.ts";
import { findBinaries } from "./embedded/binaries.ts";
import { ensureCluster, superuser } from "./embedded/cluster.ts";
import { claimFolder, folderHolder, releaseFolder } from "./embedded/lock.ts";
import { PostgresError } from "./embedded/postgres-error.ts";
import {
  type Postmaster,
  hasLockFile,
  launch,
  shutDown,
  stopOrphan,
} from "./embedded/postmaster.ts";

export { PostgresError } from "./embedded/postgres-error.ts";

export interface StartPostgresOptions {
  /** Folder for the cluster and its password; made if missing. */
  readonly dataDir: string;
  /** Loopback port; 0 or nothing for a free one. */
  readonly port?: number;
  /** For tests: faster, survives no crash of the machine, and its folder is deleted when it stops. */
  readonly ephemeral?: boolean;
  readonly log?: (line: string) => void;
}

export interface RunningPostgres {
  /** The superuser's URL, with its password. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** Settled when the server has ended, asked to or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

interface Entry {
  readonly dataDir: string;
  readonly ephemeral: boolean;
  readonly postmaster: Postmaster;
}

const running = new Map<string, Entry>();
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Starts the Postgres that came from npm, on 127.0.0.1 only. Whatever a crashed process left on the folder is cleaned
 * up first; however this process ends, short of being killed outright, the server ends with it.
 * @throws PostgresError with one sentence for people.
 */
export async function startPostgres(options: StartPostgresOptions): Promise<RunningPostgres> {
  const dataDir = resolve(options.dataDir);
  const ephemeral = options.ephemeral ?? false;
  if (running.has(dataDir))
    throw new PostgresError(`The database in ${dataDir} already runs in this process.`);
  const account = serverAccount();
  const binaries = await findBinaries(account);
  await prepareFolder(dataDir, account);
  claimFolder(dataDir);
  let postmaster: Postmaster;
  let password: string;
  try {
    await stopOrphan(dataDir);
    const cluster = { dataDir, binaries, account, ephemeral };
    password = await ensureCluster(cluster);
    postmaster = await launch({
      ...cluster,
      port: options.port ?? 0,
      log: options.log ?? (() => undefined),
    });
  } catch (error) {
    releaseFolder(dataDir);
    throw error;
  }
  const entry = { dataDir, ephemeral, postmaster };
  remember(entry);
  return {
    url: `postgres://${superuser}:${password}@127.0.0.1:${postmaster.port}/postgres`,
    port: postmaster.port,
    dataDir,
    ended: postmaster.ended,
    stop: () => stop(entry),
  };
}

/**
 * Where a checkout keeps a database: below its own `.data`, or as root, whose server runs as another user, below
 * /var/lib/rubric.
 */
export function defaultDataDir(root: string, name: string): string {
  if (process.getuid?.() !== 0) return join(root, ".data", name);
  const checkout = createHash("sha256").update(resolve(root)).digest("hex").slice(0, 12);
  return join("/var/lib/rubric", checkout, name);
}

/** Stops and deletes the databases of test runs that were killed: folders beside `dataDir` with its prefix that nobody holds. */
export async function removeAbandoned(dataDir: string, prefix: string): Promise<void> {
  const parent = dirname(resolve(dataDir));
  for (const name of await readdir(parent).catch(() => [])) {
    const folder = join(parent, name);
    if (!name.startsWith(prefix) || folderHolder(folder) !== null) continue;
    // A folder this young may belong to a run that has not claimed it yet.
    if (Date.now() - (await stat(folder)).ctimeMs < 30_000) continue;
    await stopOrphan(folder).catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  }
}

async function prepareFolder(dataDir: string, account: Account | null): Promise<void> {
  try {
    const parent = dirname(dataDir);
    const made = await mkdir(parent, { recursive: true });
    if (account !== null && made !== undefined) {
      for (let folder = parent; folder.length >= made.length; folder = dirname(folder))
        await chmod(folder, 0o755);
    }
    await mkdir(dataDir, { recursive: true });
    await chmod(dataDir, 0o700);
    if (account !== null) await chown(dataDir, account.uid, account.gid);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new PostgresError(`The database cannot have the folder ${dataDir}: ${why}`);
  }
}

function remember(entry: Entry): void {
  if (running.size === 0) {
    process.on("exit", stopAllAtExit);
    for (const signal of signals) process.on(signal, stopAllAtSignal);
  }
  running.set(entry.dataDir, entry);
  void entry.postmaster.ended.then(() => forget(entry));
}

function forget(entry: Entry): void {
  if (running.get(entry.dataDir) !== entry) return;
  running.delete(entry.dataDir);
  releaseFolder(entry.dataDir);
  if (running.size > 0) return;
  process.off("exit", stopAllAtExit);
  for (const signal of signals) process.off(signal, stopAllAtSignal);
}

async function stop(entry: Entry): Promise<void> {
  if (running.get(entry.dataDir) === entry) await shutDown(entry.postmaster, entry.ephemeral);
  forget(entry);
  if (entry.ephemeral && !running.has(entry.dataDir))
    await rm(entry.dataDir, { recursive: true, force: true });
}

/** Whoever listens to the same signal decides when to leave; the way out then passes stopAllAtExit. */
function stopAllAtSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  void Promise.allSettled([...running.values()].map(stop)).then(() =>
    process.kill(process.pid, signal),
  );
}

function stopAllAtExit(): void {
  for (const entry of running.values()) {
    entry.postmaster.child.kill(entry.ephemeral ? "SIGQUIT" : "SIGINT");
    releaseFolder(entry.dataDir);
  }
  for (const entry of running.values()) {
    if (!entry.ephemeral) continue;
    const giveUpAt = Date.now() + 3_000;
    while (hasLockFile(entry.dataDir) && Date.now() < giveUpAt) pause(20);
    rmSync(entry.dataDir, { recursive: true, force: true });
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
