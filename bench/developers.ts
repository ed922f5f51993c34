/**
 * `npm run bench:developers`: how long developers wait. `--start` and `--tests` add `npm start` and the
 * whole `npm test`; `--keep` appends the figures to results/developers.jsonl, to be committed.
 */
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./developers/commands.ts";
import { isHeld, measureWaits } from "./developers/measure.ts";

const flag = { type: "boolean", default: false } as const;
const { values } = parseArgs({ options: { start: flag, tests: flag, keep: flag, json: flag } });

const git = (...args: string[]) =>
  execFileSync("git", args, { cwd: ROOT, encoding: "utf8" }).trim();
const waits = await measureWaits(values, (line) => void process.stderr.write(`${line}\n`));
const run = {
  at: new Date().toISOString(),
  commit: git("rev-parse", "--short", "HEAD"),
  // Figures of files that no commit has belong to none.
  changed: git("status", "--porcelain", "--untracked-files=no") !== "",
  cores: availableParallelism(),
  node: process.version,
  waits,
};
if (values.keep) {
  const file = join(ROOT, "bench/results/developers.jsonl");
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(run)}\n`);
}
if (values.json) process.stdout.write(`${JSON.stringify(run, null, 2)}\n`);
process.exitCode = waits.every(isHeld) ? 0 : 1;
