import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A command that was begun: its last lines, and how it ended. */
type Begun = { ended: Promise<number>; lines: string[]; stop: () => void };

function begin([program = "", ...args]: readonly string[], onLine: (line: string) => void): Begun {
  const child = spawn(program, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on("line", (line) => {
      if (lines.push(line) > 20) lines.shift();
      onLine(line);
    });
  const ended = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
  return { ended, lines, stop: () => child.kill("SIGINT") };
}

/**
 * How many seconds a command takes to its end.
 * @throws Error with its last lines if it fails: what failed early was not fast.
 */
export async function secondsOf(command: readonly string[]): Promise<number> {
  const from = performance.now();
  const { ended, lines } = begin(command, () => {});
  const code = await ended;
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}:\n${lines.join("\n")}`);
  return (performance.now() - from) / 1000;
}

/**
 * How many seconds a command that goes on takes until it writes `text`; then it is stopped.
 * @throws Error with its last lines if it ends before.
 */
export async function secondsUntil(command: readonly string[], text: string): Promise<number> {
  const from = performance.now();
  const { promise: wrote, resolve } = Promise.withResolvers<number>();
  const { ended, lines, stop } = begin(command, (line) => {
    if (line.includes(text)) resolve((performance.now() - from) / 1000);
  });
  const seconds = await Promise.race([wrote, ended.then(() => null)]);
  stop();
  await ended;
  if (seconds === null) throw new Error(`${command.join(" ")} ended:\n${lines.join("\n")}`);
  return seconds;
}
