import { atMost, spreadOf } from "../figures.ts";
import { closedLoop, openLoop, type Tally } from "../load.ts";
import type { Row } from "../rig/rig.ts";
import { readAnswers } from "./list-answers.ts";
import { RUBRIC } from "./list-programs.ts";
import { askedOf } from "./list.ts";

/** Of the highest throughput. */
const SHARE = 0.7;
/** By then everything is compiled, and what was compiled on too little evidence anew. */
const WARM_UP = 20_000;
const WANTED_MS = 50;

/** The list when people ask for it at a rate of their own, whether the answers keep up or not. */
export const steady: Row = {
  name: "steady",
  title: "The list at 70 % of the highest throughput, asked at random instants",
  measure: async (rig) => {
    const program = await RUBRIC.start(rig);
    try {
      const { inputs } = await readAnswers(rig, RUBRIC, program.url);
      const target = {
        url: program.url,
        connections: rig.connections,
        next: askedOf(rig, RUBRIC, inputs),
      };
      const warm = await closedLoop({ ...target, requests: WARM_UP });
      const highest = await closedLoop({ ...target, seconds: rig.seconds });
      const perSecond = highest.perSecond * SHARE;
      const rounds: Tally[] = [];
      for (let n = 0; n < rig.rounds; n += 1) {
        const tally = await openLoop({ ...target, perSecond, seconds: rig.seconds });
        rounds.push(tally);
        rig.say(
          `steady, round ${n + 1} of ${rig.rounds}: ${Math.round(perSecond)}/s asked, p99 ${tally.p99.toFixed(1)} ms, ${tally.errors} errors`,
        );
      }
      const errors =
        warm.errors + highest.errors + rounds.reduce((sum, one) => sum + one.errors, 0);
      const p99 = spreadOf(rounds.map((one) => one.p99));
      return {
        claims: [
          atMost("steady: errors", errors, 0),
          {
            name: "steady: p99",
            figure: `${p99.median.toFixed(1)} ms (${p99.least.toFixed(1)}–${p99.most.toFixed(1)})`,
            target: `< ${WANTED_MS} ms`,
            held: p99.median < WANTED_MS,
          },
        ],
        detail: { highest, askedPerSecond: perSecond, rounds },
      };
    } finally {
      await program.stop();
    }
  },
};
