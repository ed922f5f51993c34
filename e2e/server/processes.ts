import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export type Program = { name: string; args: string[]; cwd: string; env: Record<string, string> };

const INHERITED = ["PATH", "HOME", "TMPDIR", "LANG"];
const children = new Set<ChildProcess>();

process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

/** Starts a program under this Node; its output goes to a log file in `logs`. */
export function startProgram(program: Program, logs: string): () => Promise<void> {
  mkdirSync(logs, { recursive: true });
  const log = createWriteStream(join(logs, `${program.name}.log`));
  const inherited = INHERITED.map((name) => [name, process.env[name]] as const);
  const child = spawn(process.execPath, program.args, {
    cwd: program.cwd,
    env: { ...Object.fromEntries(inherited), ...program.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => {
      children.delete(child);
      resolve();
    });
  });
  return async () => {
    child.kill("SIGTERM");
    const giveUp = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await ended;
    clearTimeout(giveUp);
  };
}

/** A loopback port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const port = portOf(server);
      server.close(() => resolve(port));
    });
  });
}

/** The port that a server listens on. */
export function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Waits until the address answers 200, at most a minute. */
export async function waitForAnswer(url: string, logs: string): Promise<void> {
  const giveUpAt = Date.now() + 60_000;
  let last = "nothing";
  while (Date.now() < giveUpAt) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
      await answer.body?.cancel();
      if (answer.status === 200) return;
      last = `status ${answer.status}`;
    } catch (error) {
      last = String(error);
    }
    await sleep(100);
  }
  throw new Error(`${url} did not come up; the last answer was: ${last}. The logs are in ${logs}.`);
}
