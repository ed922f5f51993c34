import { atLeast, ratioOf, spreadOf } from "../figures.ts";
import { type Asked, closedLoop, type Tally } from "../load.ts";
import { FROZEN, requireFrozen } from "../peers/frozen.ts";
import type { Program } from "../rig/program.ts";
import type { Rig, Row } from "../rig/rig.ts";
import { headersOf, inTurn } from "../rig/rubric.ts";
import { readAnswers, requestOf, requireSame } from "./list-answers.ts";
import { type ListInput, type ListProgram, PEERS, RUBRIC } from "./list-programs.ts";
import { databaseAlone } from "./list-database.ts";

/** Seconds of load before anything is measured. */
const WARM_UP = 3;

type Running = {
  program: Program;
  next: () => Asked;
  tallies: Tally[];
  /** Microseconds of processor for one request, in the program itself, round by round. */
  micros: number[];
};

/** The application list of 25, who waits longest first, beside the same list by other means. */
export const list: Row = {
  name: "list",
  title: "The application list, at so many connections at once",
  measure: async (rig) => {
    requireFrozen();
    const running = new Map<string, Running>();
    try {
      await startAll(rig, running);
      const [own, ...others] = [...running.values()];
      for (const one of running.values()) await round(rig, one, Math.min(WARM_UP, rig.seconds));
      for (const one of running.values()) Object.assign(one, { tallies: [], micros: [] });
      for (let n = 0; n < rig.rounds; n += 1) {
        for (const one of running.values()) await round(rig, one, rig.seconds);
        rig.say(`list, round ${n + 1} of ${rig.rounds}: ${lastOf(running)}`);
      }
      if (own === undefined) throw new Error("Nothing was measured.");
      const alone = await databaseAlone(rig);
      const rates = (one: Running | undefined) =>
        one?.tallies.map((tally) => tally.perSecond) ?? [];
      const against = (name: string, wanted: number) =>
        atLeast(`list / ${name}`, ratioOf(rates(own), rates(running.get(name))), wanted);
      return {
        claims: [against("bare", 0.8), against("bare, uncached", 1), against("plain", 4)],
        detail: {
          connections: rig.connections,
          frozen: FROZEN,
          programs: [own, ...others].map(({ program, tallies, micros }) => ({
            name: program.name,
            perSecond: spreadOf(tallies.map((one) => one.perSecond)),
            p99: spreadOf(tallies.map((one) => one.p99)),
            processorMicrosPerRequest: spreadOf(micros),
            requests: tallies.reduce((sum, one) => sum + one.requests, 0),
          })),
          database: alone,
        },
        drawing: {
          title: `Application list of 25 among ${rig.filled.applications}, ${rig.connections} connections`,
          unit: "requests a second",
          bars: [...running.values()].map((one) => ({
            name: one.program.name,
            rounds: rates(one),
          })),
        },
      };
    } finally {
      await Promise.all([...running.values()].map((one) => one.program.stop()));
    }
  },
};

/** Starts all programs, and lets none into the race whose answers are not ours. */
async function startAll(rig: Rig, running: Map<string, Running>): Promise<void> {
  let ours: Awaited<ReturnType<typeof readAnswers>>["walked"] | null = null;
  for (const of of [RUBRIC, ...PEERS]) {
    const program = await of.start(rig);
    running.set(of.name, { program, next: notYet, tallies: [], micros: [] });
    const { inputs, walked } = await readAnswers(rig, of, program.url);
    ours ??= walked;
    requireSame([RUBRIC.name, of.name], ours, walked);
    const next = askedOf(rig, of, inputs);
    running.set(of.name, { program, next, tallies: [], micros: [] });
  }
  rig.say(`list: ${running.size} programs give the same ${ours?.length ?? 0} pages.`);
}

const notYet = (): Asked => {
  throw new Error("Its answers are not known yet.");
};

/** Every request is the next session's, for the next page of the next list. */
export function askedOf(rig: Rig, program: ListProgram, inputs: readonly ListInput[]): () => Asked {
  const input = inTurn(inputs);
  const requests = rig.filled.people.map((one) => requestOf(program, input(), headersOf(rig, one)));
  return inTurn(requests);
}

async function round(rig: Rig, one: Running, seconds: number): Promise<void> {
  const before = one.program.cpuSeconds();
  const { url, name } = one.program;
  const tally = await closedLoop({ url, connections: rig.connections, next: one.next, seconds });
  if (tally.errors > 0)
    throw new Error(`${name}: ${tally.errors} of ${tally.requests} failed: ${tally.firstError}`);
  one.tallies.push(tally);
  one.micros.push(((one.program.cpuSeconds() - before) / tally.requests) * 1_000_000);
}

function lastOf(running: ReadonlyMap<string, Running>): string {
  return [...running]
    .map(
      ([name, { tallies }]) => `${name} ${Math.round(tallies.at(-1)?.perSecond ?? Number.NaN)}/s`,
    )
    .join(", ");
}
