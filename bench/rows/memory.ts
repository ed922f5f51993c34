import { atMost } from "../figures.ts";
import { closedLoop } from "../load.ts";
import { type Held, inspect } from "../rig/inspector.ts";
import type { Row } from "../rig/rig.ts";
import { readAnswers } from "./list-answers.ts";
import { RUBRIC } from "./list-programs.ts";
import { askedOf } from "./list.ts";
import { startRubric } from "../rig/rubric.ts";

const SAMPLES = 10;
/** By then everything is compiled, connected and cached that a process has once. */
const WARM_UP = 5_000;
const WANTED = 1.5;
/** How much the heap may differ between the middle and the end and still be called flat. */
const FLAT = 1.1;
const MIB = 1024 * 1024;

/**
 * What one API process holds in memory, each time right after its garbage was collected. It is asked
 * through Node's inspector, so the process is the one of production but for listening to that.
 */
export const memory: Row = {
  name: "memory",
  title: "Memory of one API process from its first 5,000 requests to 200,000 later",
  measure: async (rig) => {
    const program = await startRubric(rig, ["--inspect=127.0.0.1:0"]);
    try {
      const inspector = await inspect(program);
      const { inputs } = await readAnswers(rig, RUBRIC, program.url);
      const { url } = program;
      const next = askedOf(rig, RUBRIC, inputs);
      const ask = async (requests: number) => {
        const tally = await closedLoop({ url, connections: rig.connections, next, requests });
        if (tally.errors > 0) throw new Error(`${tally.errors} failed: ${tally.firstError}`);
      };
      await ask(WARM_UP);
      const start = await inspector.held();
      const samples: Held[] = [];
      for (let n = 1; n <= SAMPLES; n += 1) {
        await ask(Math.ceil(rig.requests / SAMPLES));
        const now = await inspector.held();
        samples.push(now);
        rig.say(
          `memory after ${(n * rig.requests) / SAMPLES}: RSS ${(now.rss / MIB).toFixed(0)} MiB, heap ${(now.heap / MIB).toFixed(1)} MiB`,
        );
      }
      inspector.close();
      const end = samples.at(-1) ?? start;
      const middle = samples[SAMPLES / 2 - 1] ?? start;
      return {
        claims: [
          atMost("memory: RSS, end / start", end.rss / start.rss, WANTED),
          atMost("memory: heap, end / start", end.heap / start.heap, WANTED),
          atMost("memory: heap, end / middle", end.heap / middle.heap, FLAT),
        ],
        detail: { start, samples, every: rig.requests / SAMPLES },
      };
    } finally {
      await program.stop();
    }
  },
};
