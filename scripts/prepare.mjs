import { settleEnvironment } from "./environment.mjs";
import { ensureInstalled, runUnderPinnedNode } from "./install.mjs";
import { guardWaysOut, runCommand } from "./leaving.mjs";

/**
 * Runs a command of the project under whatever Node it was started: installs what is missing, changes to the pinned
 * Node, and ends with the code that `command` returns; without one it goes on until it is stopped.
 * @param {() => Promise<number | undefined>} command
 * @param {(signal: string) => number} [codeOf] The exit code when a signal ends it.
 */
export async function main(command, codeOf) {
  guardWaysOut(codeOf);
  await runCommand(async () => {
    settleEnvironment();
    await ensureInstalled();
    await runUnderPinnedNode();
    return await command();
  });
}
