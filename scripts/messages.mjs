// Kept when the command starts itself again under another Node.
process.env.RUBRIC_STARTED_AT ??= String(Date.now());
const startedAt = Number(process.env.RUBRIC_STARTED_AT);

/** A failure that one sentence explains: shown without a stack. */
export class Sentence extends Error {}

export function say(line = "") {
  process.stdout.write(`${line}\n`);
}

/** Seconds since the command started, in front of what happens now. */
export function sayNow(line) {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  say(`[${seconds.padStart(6)} s] ${line}`);
}

/**
 * Runs one step of a command and says when it starts and how long it took. Every 15 s a step that still runs says so.
 * @template T
 * @param {string} doing What is being done, as "Building the web app".
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(doing, work) {
  const from = performance.now();
  const seconds = () => `${((performance.now() - from) / 1000).toFixed(1)} s`;
  sayNow(doing);
  const timer = setInterval(() => sayNow(`${doing}: ${seconds()} so far`), 15_000);
  try {
    const result = await work();
    sayNow(`${doing}: done in ${seconds()}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

export function sayFailure(error) {
  const known = error instanceof Sentence || error?.name === "PostgresError";
  process.stderr.write(`\n${known ? error.message : (error?.stack ?? error)}\n`);
}
