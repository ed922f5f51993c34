import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Cores } from "./cores.ts";

/** A program under test, as a process of its own. */
export type Program = {
  name: string;
  /** Where it listens. */
  url: string;
  /** All that it wrote so far. */
  written(): string;
  /** Seconds of processor that it took so far; NaN where the system does not tell. */
  cpuSeconds(): number;
  stop(): Promise<void>;
};

/** Ticks of a second in which Linux counts a process's time. */
const TICKS = 100;
const READY_WITHIN = 30_000;
const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Starts a file of this repository under this process's Node, in the given environment and no other,
 * on a free port; what it writes goes to a log file, as an operator's would.
 * @throws Error with its last words if it ends instead of listening.
 */
export async function startProgram(of: {
  name: string;
  file: string;
  args?: readonly string[];
  nodeArgs?: readonly string[];
  env: Record<string, string>;
  cores: Cores | null;
  folder: string;
}): Promise<Program> {
  const log = join(of.folder, `${of.name.replaceAll(/\W+/g, "-")}-${Date.now()}.log`);
  const output = openSync(log, "a", 0o600);
  const line = [process.execPath, ...(of.nodeArgs ?? []), join(root, of.file), ...(of.args ?? [])];
  const pinned = of.cores === null ? line : ["taskset", "-c", of.cores.program, ...line];
  const child = spawn(pinned[0] ?? "", pinned.slice(1), {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: "production", PORT: "0", ...of.env },
    stdio: ["ignore", output, output],
  });
  const end = () => void child.kill("SIGKILL");
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
  const written = () => readFileSync(log, "utf8");
  const stat = () => readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1]?.split(" ");
  const giveUpAt = Date.now() + READY_WITHIN;
  for (;;) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(written())?.[0];
    if (url !== undefined)
      return {
        name: of.name,
        url,
        written,
        cpuSeconds: () => {
          const fields = stat();
          return (Number(fields?.[11]) + Number(fields?.[12])) / TICKS;
        },
        stop: async () => {
          if (child.exitCode !== null || child.signalCode !== null) return;
          child.kill("SIGTERM");
          const late = setTimeout(() => child.kill("SIGKILL"), 5_000);
          await once(child, "exit");
          clearTimeout(late);
        },
      };
    if (child.exitCode !== null || Date.now() > giveUpAt) {
      child.kill("SIGKILL");
      throw new Error(`${of.name} does not listen:\n${written().slice(-2000)}`);
    }
    await sleep(50);
  }
}
