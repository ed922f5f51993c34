import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./environment.mjs";
import { missingFromLock } from "./lock-file.mjs";
import { say } from "./messages.mjs";
import { runQuietly } from "./run.mjs";

const hasWeb = existsSync(join(root, "apps/web/next.config.ts"));

/** The type checkers spend a quarter of their time on collecting garbage, unless they may keep more of it. */
const roomy = { GOGC: "400", GOMEMLIMIT: "3GiB" };

/**
 * Each check by its name. The linter's type checker gets one thread, as the compiler's does by
 * `tsconfig.base.json`: each more infers the same types again, which costs more than it gains.
 */
const checks = {
  format: { command: "oxfmt", args: ["--check", "."] },
  lint: { command: "oxlint", args: [], env: { ...roomy, GOMAXPROCS: "1" } },
  types: { command: "tsc", args: ["-b"], env: roomy },
  unused: { command: "knip", args: [] },
  rules: { command: "node", args: ["packages/domain/test/print-rules.ts"] },
  contract: { command: "node", args: ["apps/api/src/contract/check.ts"] },
};

/**
 * Runs all checks at once, prints a line for each and the output of those that failed.
 * @returns {Promise<number>} How many failed.
 */
export async function runChecks() {
  const lock = checkLockFile();
  // The pages' types are made, not committed, and both lint and types read them.
  const pages =
    !hasWeb || (await runCheck("pages", { command: "next", args: ["typegen", "apps/web"] }));
  const others = await Promise.all(Object.entries(checks).map((check) => runCheck(...check)));
  return [lock, pages, ...others].filter((passed) => !passed).length;
}

function checkLockFile() {
  const missing = missingFromLock();
  say(`${missing.length === 0 ? "✓" : "✗"} lock file`);
  for (const name of missing) say(`    package-lock.json has no entry for ${name}`);
  return missing.length === 0;
}

async function runCheck(name, { command, args, env = {} }) {
  const { code, lines, seconds } = await runQuietly(command, args, { env });
  say(`${code === 0 ? "✓" : "✗"} ${name.padEnd(8)} ${seconds.toFixed(1)} s`);
  if (code !== 0) say(lines.map((line) => `    ${line}`).join("\n"));
  return code === 0;
}
