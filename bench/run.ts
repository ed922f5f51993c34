/** `npm run bench`: measures the rows of the table in docs/benchmarks.md, all or those after `--rows`. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Options, readOptions } from "./options.ts";
import { type Outcome, toJson, toText, writeResults } from "./report.ts";
import { startCluster } from "./rig/cluster.ts";
import { divideCores } from "./rig/cores.ts";
import { fill } from "./rig/fill.ts";
import type { Bench, Rig, Row } from "./rig/rig.ts";
import { ROWS } from "./rows/index.ts";

const say = (line: string) => void process.stderr.write(`${line}\n`);
const options = readOrEnd();
const cores = options.pin ? divideCores() : null;
const folder = mkdtempSync(join(tmpdir(), "rubric-bench-"));
const outcomes: Outcome[] = [];
let failed = false;

say(
  cores === null
    ? "Nothing is pinned to a core: programs, load and database share what there is."
    : `Programs run on core ${cores.program}, load and database on ${cores.others}.`,
);
const bench: Bench = { ...options, cores, folder, say };
const made: { rig?: Promise<Rig> } = {};
try {
  for (const row of options.rows) outcomes.push(await outcomeOf(row));
} finally {
  await (await made.rig?.catch(() => null))?.cluster.stop();
  if (failed) say(`What the programs wrote is in ${folder}.`);
  else rmSync(folder, { recursive: true, force: true });
}
mkdirSync(options.results, { recursive: true });
for (const file of writeResults(options.results, outcomes, options)) say(`Wrote ${file}`);
process.stdout.write(options.json ? toJson(outcomes, options) : toText(outcomes, options));
process.exitCode = failed ? 1 : 0;

function readOrEnd(): Options {
  try {
    return readOptions(process.argv.slice(2), ROWS);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exit(2);
  }
}

/** One that fails leaves the others to be measured. */
async function outcomeOf(row: Row): Promise<Outcome> {
  say(`\n${row.name}: ${row.title}`);
  try {
    const found = await (row.apart ? row.measure(bench) : row.measure(await filledRig()));
    return { row, found, error: null };
  } catch (error) {
    failed = true;
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say(why);
    return { row, found: null, error: why.split("\n", 1)[0] ?? why };
  }
}

/** Fills a Postgres for the first row that needs one; the others measure on the same. */
function filledRig(): Promise<Rig> {
  made.rig ??= makeRig();
  return made.rig;
}

async function makeRig(): Promise<Rig> {
  say("Starting a Postgres and filling it …");
  const cluster = await startCluster();
  try {
    return { ...bench, cluster, filled: await fill(cluster, options.applications) };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
