import type { Claim } from "../figures.ts";
import type { Found, Row } from "../rig/rig.ts";
import {
  LARGE,
  lend,
  type ScaleDatabase,
  scaleDatabase,
  SMALL,
  withKeptServer,
} from "../scale/database.ts";
import { percentile, timed } from "../scale/percentile.ts";
import { readPlans, rowsRead, wholeTables } from "../scale/read-plans.ts";
import { lists, type Read, searches } from "../scale/reads.ts";

const ROUNDS = 300;
const WANTED = 1.3;

/** What is compared between the sizes, by how the calls' names begin. */
const COMPARED = {
  list: "application.list",
  jobs: "job.list",
  board: "application.board",
  page: "application.show",
  search: "candidate.search",
} as const;

/**
 * The same calls on an organization of a million applications and on one of ten thousand, in turn;
 * and of all lists on the large one, that none goes through a large table from end to end.
 */
export const scale: Row = {
  name: "scale",
  title: "1,000,000 applications against 10,000",
  apart: true,
  measure: ({ say }) => withKeptServer((url) => measure(url, say)),
};

async function measure(url: string, say: (line: string) => void): Promise<Found> {
  const small = await scaleDatabase(url, SMALL, say);
  const large = await scaleDatabase(url, LARGE, say);
  const claims: Claim[] = [];
  const detail: Record<string, unknown> = {};
  for (const [name, begins] of Object.entries(COMPARED)) {
    const found = await compare(small, large, begins);
    say(`${name}: p99 ${found.small.toFixed(1)} ms and ${found.large.toFixed(1)} ms`);
    const ratio = found.large / found.small;
    detail[name] = found;
    claims.push({
      name: `scale: ${name}, p99 of the large / of the small`,
      figure: `${ratio.toFixed(2)} (${found.large.toFixed(1)} / ${found.small.toFixed(1)} ms)`,
      target: `≤ ${WANTED}`,
      held: ratio <= WANTED,
    });
  }
  const plans = await plansOf(large);
  const whole = plans.filter((one) => one.whole.length > 0);
  detail["plans"] = plans;
  claims.push({
    name: "scale: lists that go through a large table",
    figure: whole.length === 0 ? "none" : whole.map((one) => one.name).join("; "),
    target: "none",
    held: whole.length === 0,
  });
  return { claims, detail };
}

function readsOf({ scale: of }: ScaleDatabase): Read[] {
  return [...lists(of), ...searches(of, "recruiter"), ...searches(of, "manager")];
}

/** The calls of both take turns, so that what slows the machine down slows both. */
async function compare(small: ScaleDatabase, large: ScaleDatabase, begins: string) {
  const both = [small, large].map((one) => ({
    reads: readsOf(one).filter(({ name }) => name.startsWith(begins)),
    ...lend(one),
    took: new Array<number>(),
  }));
  try {
    for (const { reads, deps } of both) for (const { ask } of reads) await ask(deps);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { reads, deps, took } of both) {
        const read = reads[round % reads.length];
        if (read !== undefined) took.push(await timed(() => read.ask(deps)));
      }
    }
    const [ofSmall, ofLarge] = both.map(({ took }) => percentile(took, 0.99));
    return { small: ofSmall ?? Number.NaN, large: ofLarge ?? Number.NaN };
  } finally {
    for (const { close } of both) await close();
  }
}

async function plansOf(database: ScaleDatabase) {
  const plans = await readPlans(database);
  const { deps, close } = lend(database);
  try {
    const found = [];
    for (const { name, ask } of readsOf(database)) {
      await ask({ ...deps, ...plans.lent });
      const run = plans.take();
      found.push({
        name,
        rows: run.reduce((sum, one) => sum + rowsRead(one), 0),
        whole: run.flatMap(wholeTables),
      });
    }
    return found;
  } finally {
    await close();
    await plans.close();
  }
}
