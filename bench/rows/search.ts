import type { Found, Row } from "../rig/rig.ts";
import { LARGE, lend, scaleDatabase, withKeptServer } from "../scale/database.ts";
import { percentile, timed } from "../scale/percentile.ts";
import { searches } from "../scale/reads.ts";

const ROUNDS = 20;
const WANTED = 100;

/**
 * Searches among a million people, by who sees nearly all of them and by who sees a hundredth of the
 * jobs: words that many bear, few, nobody, several words, and mistyped ones.
 */
export const search: Row = {
  name: "search",
  title: "Search among 1,000,000 candidates",
  apart: true,
  measure: ({ say }) => withKeptServer((url) => measure(url, say)),
};

async function measure(url: string, say: (line: string) => void): Promise<Found> {
  const large = await scaleDatabase(url, LARGE, say);
  const { scale } = large;
  const { deps, close } = lend(large);
  try {
    const all = (["recruiter", "manager", "coordinator"] as const).flatMap((by) =>
      searches(scale, by),
    );
    for (const { ask } of all) await ask(deps);
    const took = new Map<string, number[]>(all.map(({ name }) => [name, []]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { name, ask } of all) took.get(name)?.push(await timed(() => ask(deps)));
    }
    const p99 = percentile([...took.values()].flat(), 0.99);
    const p50 = percentile([...took.values()].flat(), 0.5);
    const detail = Object.fromEntries(
      [...took].map(([name, each]) => [
        name,
        { p50: percentile(each, 0.5), p99: percentile(each, 0.99) },
      ]),
    );
    return {
      claims: [
        {
          name: "search: p99",
          figure: `${p99.toFixed(1)} ms (median ${p50.toFixed(1)} ms)`,
          target: `< ${WANTED} ms`,
          held: p99 < WANTED,
        },
      ],
      detail,
    };
  } finally {
    await close();
  }
}
