import { sayFailure } from "./messages.mjs";

const cleanups = [];
let left;

/** Registers work to be done before this process ends, whichever way; the last registered is done first. */
export function beforeLeaving(work) {
  cleanups.push(work);
}

/** Whether the process is on its way out, so that what ends now was meant to. */
export function isLeaving() {
  return left !== undefined;
}

/** Cleans up and ends the process. The first code given counts. */
export function leave(code) {
  left ??= cleanUp().then(() => process.exit(code));
  return left;
}

/**
 * Makes every way out pass `leave`.
 * @param {(signal: string) => number} codeOf The exit code for a signal.
 */
export function guardWaysOut(
  codeOf = (signal) => ({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 })[signal],
) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => void leave(codeOf(signal)));
  process.on("uncaughtException", failAndLeave);
  process.on("unhandledRejection", failAndLeave);
  // Under the pinned Node the one that started us holds the other end: it was killed.
  process.on("disconnect", () => void leave(1));
  process.channel?.unref();
  if (process.env.npm_lifecycle_event !== undefined && process.channel === undefined)
    followParent();
}

/** npm hands a signal on to the shell between it and us, which dies of it without a word. */
function followParent() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 300);
  timer.unref();
}

/** Runs the command and ends with its code; an error becomes its sentence and 1. */
export async function runCommand(command) {
  try {
    const code = await command();
    if (code !== undefined) await leave(code);
  } catch (error) {
    if (isLeaving()) return;
    sayFailure(error);
    await leave(1);
  }
}

function failAndLeave(error) {
  if (!isLeaving()) sayFailure(error);
  void leave(1);
}

async function cleanUp() {
  for (const work of cleanups.reverse()) {
    try {
      await work();
    } catch (error) {
      sayFailure(error);
    }
  }
}
