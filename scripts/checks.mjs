import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./environment.mjs";
import { missingFromLock } from "./lock-file.mjs";
import { say } from "./messages.mjs";
import { runQuietly } from "./run.mjs";

/** Each check by its name, with the commands that it runs one after another. */
const checks = {
  format: [["oxfmt", "--check", "."]],
  lint: [["oxlint"]],
  types: [
    ...(existsSync(join(root, "apps/web/next.config.ts")) ? [["next", "typegen", "apps/web"]] : []),
    ["tsc", "-b"],
  ],
};

/**
 * Runs all checks at once, prints a line for each and the output of those that failed.
 * @returns {Promise<number>} How many failed.
 */
export async function runChecks() {
  const results = [
    checkLockFile(),
    ...(await Promise.all(
      Object.entries(checks).map(([name, commands]) => runCheck(name, commands)),
    )),
  ];
  return results.filter((passed) => !passed).length;
}

function checkLockFile() {
  const missing = missingFromLock();
  say(`${missing.length === 0 ? "✓" : "✗"} lock file`);
  for (const name of missing) say(`    package-lock.json has no entry for ${name}`);
  return missing.length === 0;
}

async function runCheck(name, commands) {
  let seconds = 0;
  for (const [command, ...args] of commands) {
    const result = await runQuietly(command, args);
    seconds += result.seconds;
    if (result.code === 0) continue;
    say(`✗ ${name.padEnd(8)} ${seconds.toFixed(1)} s`);
    say(result.lines.map((line) => `    ${line}`).join("\n"));
    return false;
  }
  say(`✓ ${name.padEnd(8)} ${seconds.toFixed(1)} s`);
  return true;
}
