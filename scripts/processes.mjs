import { createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeLeaving, isLeaving, leave } from "./leaving.mjs";
import { Sentence, say, sayFailure } from "./messages.mjs";
import { startChild, stopGroup } from "./run.mjs";

/** This process and those of the instance that it has started, for a later start to find. */
const records = [];

/**
 * Starts processes of the instance. One that ends by itself ends them all. Their output goes to a log file each,
 * and in development to the terminal too.
 * @param {Record<string, { args: string[], cwd: string, env: Record<string, string | undefined> }>} programs
 */
export async function startAll(programs, folder, { verbose }) {
  const identify = await import("../packages/db/src/embedded/process-identity.ts");
  mkdirSync(join(folder, "logs"), { recursive: true, mode: 0o700 });
  const children = [];
  for (const [name, { args, cwd, env }] of Object.entries(programs)) {
    const log = createWriteStream(join(folder, "logs", `${name}.log`), { mode: 0o600 });
    const last = [];
    const child = startChild(process.execPath, args, {
      cwd,
      env,
      output: (line) => {
        log.write(`${line}\n`);
        if (verbose) say(`${name.padEnd(6)} ${line}`);
        if (last.push(line) > 20) last.shift();
      },
    });
    children.push(child);
    void child.ended.then(({ reason }) => {
      if (isLeaving()) return;
      sayFailure(
        new Sentence(`The process "${name}" ended unexpectedly (${reason}):\n${last.join("\n")}`),
      );
      void leave(1);
    });
  }
  for (const { pid } of records.length === 0 ? [process, ...children] : children)
    records.push({ pid, identity: pid === undefined ? null : identify.processIdentity(pid) });
  writeFileSync(recordFile(folder), JSON.stringify(records), { mode: 0o600 });
  beforeLeaving(() => rmSync(recordFile(folder), { force: true }));
  beforeLeaving(() => Promise.all(children.map(stopGroup)));
}

/** Ends what an instance that was killed outright has left running; one that still runs is left alone. */
export async function endLeftovers(folder) {
  const { isRunning, processIdentity } =
    await import("../packages/db/src/embedded/process-identity.ts");
  const alive = ({ pid, identity }) =>
    identity !== null && isRunning(pid) && processIdentity(pid) === identity;
  const [parent, ...children] = readRecords(folder);
  if (parent === undefined || alive(parent)) return;
  const left = children.filter(alive);
  for (const { pid } of left) signalGroup(pid, "SIGTERM");
  for (let waited = 0; left.some(alive) && waited < 5_000; waited += 50) await sleep(50);
  for (const { pid } of left.filter(alive)) signalGroup(pid, "SIGKILL");
}

/** Waits until the address answers 200. */
export async function waitUntilUp(url) {
  const giveUpAt = Date.now() + 60_000;
  let last = "nothing";
  while (Date.now() < giveUpAt) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(20_000) });
      await answer.body?.cancel();
      if (answer.status === 200) return;
      last = `status ${answer.status}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    await sleep(100);
  }
  throw new Sentence(`${url} did not answer within a minute; the last answer was: ${last}.`);
}

function readRecords(folder) {
  try {
    return JSON.parse(readFileSync(recordFile(folder), "utf8"));
  } catch {
    return [];
  }
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended.
  }
}

function recordFile(folder) {
  return join(folder, "processes.json");
}
