import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, readlinkSync } from "node:fs";

/** Whether a process with this id exists and still runs; one that only waits to be reaped does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== "EPERM") return false;
  }
  return statFields(pid)?.state !== "Z";
}

/** A text that stays the same for the life of a process and that no later process with its id has; null if unknown. */
export function processIdentity(pid: number): string | null {
  const stat = statFields(pid);
  if (stat !== null) return `${readText("/proc/sys/kernel/random/boot_id") ?? ""}/${stat.started}`;
  return processList(["-o", "lstart=", "-p", String(pid)]);
}

/** The command line of a process, its parts divided by single spaces; null if there is no such process. */
export function commandLine(pid: number): string | null {
  const text = readText(`/proc/${pid}/cmdline`);
  if (text !== null) return text.replaceAll("\0", " ").trim();
  return processList(["-o", "command=", "-p", String(pid)]);
}

/** The ids of the processes whose working folder is `folder`, as far as the system lets us see them. */
export function processesIn(folder: string): number[] {
  const found: number[] = [];
  for (const name of listFolder("/proc")) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    try {
      if (readlinkSync(`/proc/${pid}/cwd`) === folder) found.push(pid);
    } catch {
      continue;
    }
  }
  return found;
}

/** The `code` of a system error, or an empty text. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function statFields(pid: number): { state: string; started: string } | null {
  const text = readText(`/proc/${pid}/stat`);
  if (text === null) return null;
  // The second field is the program's name in brackets and may itself hold spaces and brackets.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return { state: fields[0] ?? "", started: fields[19] ?? "" };
}

function processList(args: string[]): string | null {
  try {
    const text = execFileSync("ps", args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return text.trim() || null;
  } catch {
    return null;
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
