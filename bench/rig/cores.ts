import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The core that the program under test has for itself, and those that everything else shares. */
export type Cores = { program: string; others: string };

/** The numbers in a list such as `0-3,8`, as the kernel writes the cores that a process may use. */
export function coresIn(list: string): number[] {
  return list
    .trim()
    .split(",")
    .filter((part) => part !== "")
    .flatMap((part) => {
      const [first = 0, last = first] = part.split("-").map(Number);
      return Array.from({ length: last - first + 1 }, (_, n) => first + n);
    });
}

/**
 * Moves this process, and so all that it starts, off the core that the programs under test get.
 * Null where there is one core only, or nothing to pin with: then the system schedules as it likes.
 */
export function divideCores(): Cores | null {
  try {
    const list = /^Cpus_allowed_list:\s*(.*)$/m.exec(
      readFileSync("/proc/self/status", "utf8"),
    )?.[1];
    const [program, ...others] = coresIn(list ?? "");
    if (program === undefined || others.length === 0) return null;
    const cores = { program: String(program), others: others.join(",") };
    execFileSync("taskset", ["-acp", cores.others, String(process.pid)], { stdio: "ignore" });
    return cores;
  } catch {
    return null;
  }
}
