import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { type ClusterOptions, clusterFolder, serverEnvironment } from "./cluster.ts";
import { PostgresError, explainFailure } from "./postgres-error.ts";
import { commandLine, isRunning, processesIn } from "./process-identity.ts";

export interface Postmaster {
  readonly child: ChildProcess;
  readonly port: number;
  /** Settled when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
}

export interface LaunchOptions extends ClusterOptions {
  /** 0 for a free one. */
  readonly port: number;
  readonly log: (line: string) => void;
}

const always = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  timezone: "UTC",
  log_timezone: "UTC",
};
const forgetful = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  // A test opens many connections; its passwords guard nothing.
  scram_iterations: "1",
};
const readyWithin = 90_000;
const sharedMemoryWithin = 15_000;

/** Starts the server and waits until it takes connections; while backends of a crashed one still end, it tries again. */
export async function launch(options: LaunchOptions): Promise<Postmaster> {
  const giveUpAt = Date.now() + sharedMemoryWithin;
  for (let attempt = 1; ; attempt++) {
    const port = options.port || (await freePort());
    const outcome = await tryLaunch(options, port);
    if (!Array.isArray(outcome)) return outcome;
    const text = outcome.join("\n");
    const unlucky = options.port === 0 && attempt < 5 && /Address already in use/.test(text);
    const stillEnding = /pre-existing shared memory block/.test(text) && Date.now() < giveUpAt;
    if (!unlucky && !stillEnding) throw explainFailure(outcome, { dataDir: options.dataDir, port });
    if (stillEnding) await sleep(200);
  }
}

async function tryLaunch(options: LaunchOptions, port: number): Promise<Postmaster | string[]> {
  const folder = clusterFolder(options.dataDir);
  const settings = { ...always, ...(options.ephemeral ? forgetful : {}), port: String(port) };
  const args = [
    "-D",
    folder,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const child = spawn(options.binaries.postgres, args, {
    cwd: options.dataDir,
    env: serverEnvironment(),
    stdio: ["ignore", "ignore", "pipe"],
    // A session of its own, so that Ctrl-C in the terminal stops it after its clients and not before.
    detached: true,
    ...(options.account === null ? {} : { uid: options.account.uid, gid: options.account.gid }),
  });
  const lines: string[] = [];
  let over = false;
  const ended = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      lines.push(`postgres: error: ${error.message}`);
      over = true;
      resolve();
    });
    const finish = () => {
      over = true;
      resolve();
    };
    child.once("close", finish);
    // Backends of a crashed server may hold the pipe open for a while longer.
    child.once("exit", () => setTimeout(finish, 300));
  });
  if (child.stderr !== null)
    createInterface({ input: child.stderr }).on("line", (line) => {
      lines.push(line);
      if (lines.length > 40) lines.shift();
      options.log(line);
    });
  const giveUpAt = Date.now() + readyWithin;
  while (!over && !isReady(folder, child.pid)) {
    if (Date.now() > giveUpAt) {
      child.kill("SIGQUIT");
      throw new PostgresError(
        `Postgres did not become ready on ${folder} within ${readyWithin / 1000} s.`,
      );
    }
    await Promise.race([sleep(15), ended]);
  }
  return over ? lines : { child, port, ended };
}

/**
 * Stops a server that a crashed process left behind, and removes a lock file whose process id now belongs to
 * something else. To be called only by the holder of the folder.
 */
export async function stopOrphan(dataDir: string): Promise<void> {
  const folder = clusterFolder(dataDir);
  const pid = Number(lockLines(folder)[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  if (isRunning(pid) && isServerOf(folder, pid)) {
    for (const [signal, wait] of [
      ["SIGINT", 20_000],
      ["SIGQUIT", 5_000],
      ["SIGKILL", 2_000],
    ] as const) {
      process.kill(pid, signal);
      if (await until(() => !isRunning(pid), wait)) break;
    }
  }
  if (isRunning(pid) && isServerOf(folder, pid))
    throw new PostgresError(
      `An earlier Postgres (process ${pid}) on ${folder} does not stop: end it by hand.`,
    );
  if (!(await until(() => processesIn(folder).length === 0, sharedMemoryWithin)))
    throw new PostgresError(
      `Processes of an earlier Postgres on ${folder} do not end: end them by hand.`,
    );
  if (exists(pid)) rmSync(join(folder, "postmaster.pid"), { force: true });
}

/** Whether the server has taken its lock file away, which it does as the last thing. */
export function hasLockFile(dataDir: string): boolean {
  return lockLines(clusterFolder(dataDir)).length > 0;
}

/** Stops a server that we started: quickly for one that nobody keeps, else with its data written. */
export async function shutDown(postmaster: Postmaster, ephemeral: boolean): Promise<void> {
  for (const [signal, wait] of [
    ["SIGINT", 20_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    if (ephemeral && signal === "SIGINT") continue;
    postmaster.child.kill(signal);
    const timer = new AbortController();
    await Promise.race([
      postmaster.ended,
      sleep(wait, undefined, { signal: timer.signal }).catch(() => undefined),
    ]);
    timer.abort();
    if (postmaster.child.exitCode !== null || postmaster.child.signalCode !== null) return;
  }
}

function isReady(folder: string, pid: number | undefined): boolean {
  const lines = lockLines(folder);
  return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
}

function isServerOf(folder: string, pid: number): boolean {
  const line = commandLine(pid) ?? "";
  return /\bpostgres(ql)? -D /.test(line) && line.includes(` -D ${folder} `);
}

function lockLines(folder: string): string[] {
  try {
    return readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

/** Unlike isRunning, true also for a process that waits to be reaped: Postgres itself looks no closer. */
function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const giveUpAt = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > giveUpAt) return false;
    await sleep(25);
  }
  return true;
}

async function freePort(): Promise<number> {
  const server = createServer();
  return await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = address !== null && typeof address === "object" ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
