import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { root, searchPath } from "./environment.mjs";
import { beforeLeaving } from "./leaving.mjs";
import { say } from "./messages.mjs";

const groups = new Set();

process.on("exit", () => {
  for (const child of groups) signalGroup(child, "SIGKILL");
});

/**
 * Starts a child in a process group of its own, which ends with us. Its output goes where `output` says: to nobody,
 * through ours, line by line behind a prefix, or to a function.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, output?: "inherit" | "ignore" | { prefix: string } | ((line: string) => void) }} [options]
 */
export function startChild(command, args, { cwd = root, env = {}, output = "inherit" } = {}) {
  const listens = typeof output !== "string";
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, PATH: searchPath({ withTools: true }), ...env },
    stdio: ["ignore", listens ? "pipe" : output, listens ? "pipe" : output],
    detached: true,
  });
  groups.add(child);
  // What was opened before it, such as its database, is closed after it.
  beforeLeaving(() => stopGroup(child));
  child.ended = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 127, reason: error.message }));
    child.once("close", (code, signal) =>
      resolve({ code: code ?? 1, reason: signal ?? `exit code ${code}` }),
    );
  });
  void child.ended.then(() => {
    // What it may have started and left behind ends with it.
    signalGroup(child, "SIGKILL");
    groups.delete(child);
  });
  const onLine = typeof output === "function" ? output : (line) => say(`${output.prefix} ${line}`);
  if (listens)
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on("line", onLine);
  return child;
}

/** Runs a child to its end and keeps what it wrote. */
export async function runQuietly(command, args, options = {}) {
  const from = performance.now();
  const lines = [];
  const child = startChild(command, args, { ...options, output: (line) => lines.push(line) });
  const { code, reason } = await child.ended;
  return { code, reason, lines, seconds: (performance.now() - from) / 1000 };
}

/** Asks a child and all that it started to end, and after 8 s ends them. */
export async function stopGroup(child) {
  if (!groups.has(child)) return;
  signalGroup(child, "SIGTERM");
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), 8_000);
  await child.ended;
  clearTimeout(timer);
}

function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended.
  }
}

/** The port if nothing listens on it on loopback, else null; for 0 any free one. */
export async function freePort(port = 0) {
  const found = await tryListen("127.0.0.1", port);
  if (port === 0 || found === null) return found;
  // Browsers try ::1 first when they are told "localhost"; a machine without IPv6 answers otherwise.
  return (await tryListen("::1", port)) === null ? null : port;
}

async function tryListen(host, port) {
  const server = createServer();
  return await new Promise((resolve) => {
    server.once("error", ({ code }) =>
      resolve(code === "EADDRINUSE" || code === "EACCES" ? null : port),
    );
    server.listen(port, host, () => {
      const found = server.address().port;
      server.close(() => resolve(found));
    });
  });
}
