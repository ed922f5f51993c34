import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { asSuperuser } from "@rubric/db/provision";
import { z } from "zod";
import { atLeast, ratioOf, spreadOf } from "../figures.ts";
import { closedLoop, type Tally } from "../load.ts";
import { type Program, startProgram } from "../rig/program.ts";
import { record } from "../rig/recorded.ts";
import type { Rig, Row } from "../rig/rig.ts";
import { startRubric } from "../rig/rubric.ts";
import { type Card, makeCards, submission } from "../rig/scorecards.ts";
import { type Facts, type Script, scriptOf } from "../rig/script.ts";

const WANTED = 0.6;
/** For one second of a round; a round ends with its last submission, not with the clock. */
const PER_SECOND = 150;

type Running = { program: Program; read: (body: unknown) => unknown; tallies: Tally[] };

/** Scorecards submitted with all their rules, event and audit entry, beside the bare statements. */
export const submit: Row = {
  name: "submit",
  title: "Scorecards submitted, each with its rules, event, audit entry and kept answer",
  measure: async (rig) => {
    const many = rig.seconds * PER_SECOND;
    const cards = await makeCards(rig, 5 + 2 * many * (rig.rounds + 1));
    const next = () => cards.pop() ?? noneLeft();
    const script = await scriptFrom(rig, [next(), next(), next()]);
    const running: Running[] = [];
    try {
      running.push({ program: await startRubric(rig), read: unwrapped, tallies: [] });
      running.push({ program: await startPeer(rig, script), read: (body) => body, tallies: [] });
      await requireSameEffect(rig, running, next);
      for (const one of running) await round(rig, one, many, next);
      for (const one of running) one.tallies = [];
      // Whoever prepared first did so on empty tables, with plans that scan what has grown since.
      await asSuperuser(rig.cluster.superUrl, (as) => as`analyze`);
      for (let n = 0; n < rig.rounds; n += 1) {
        for (const one of running) await round(rig, one, many, next);
        const rates = running.map(({ program, tallies }) => {
          return `${program.name} ${Math.round(tallies.at(-1)?.perSecond ?? Number.NaN)}/s`;
        });
        rig.say(`submit, round ${n + 1} of ${rig.rounds}: ${rates.join(", ")}`);
      }
      const [own = [], other = []] = running.map(({ tallies }) =>
        tallies.map((one) => one.perSecond),
      );
      return {
        claims: [atLeast("submit / bare statements", ratioOf(own, other), WANTED)],
        detail: {
          statements: script.statements.length,
          programs: running.map(({ program, tallies }) => ({
            name: program.name,
            perSecond: spreadOf(tallies.map((one) => one.perSecond)),
            p99: spreadOf(tallies.map((one) => one.p99)),
          })),
        },
        drawing: {
          title: `Scorecards submitted, ${rig.connections} connections`,
          unit: "submissions a second",
          bars: running.map(({ program, tallies }) => ({
            name: program.name,
            rounds: tallies.map((one) => one.perSecond),
          })),
        },
      };
    } finally {
      await Promise.all(running.map((one) => one.program.stop()));
    }
  },
};

/** The first submission of a process reads what it then keeps, so the script is made of later ones. */
async function scriptFrom(rig: Rig, cards: readonly Card[]): Promise<Script> {
  const requests = cards.map((card) => submission(rig, card));
  const recorded = (await record(rig, requests)).map((recording, n) => {
    const card = cards[n];
    return { ...recording, facts: factsOf(card, requests[n]?.headers["idempotency-key"] ?? "") };
  });
  const [, first, second] = recorded;
  if (first === undefined || second === undefined) return noneLeft();
  return scriptOf(first, second);
}

function factsOf(card: Card | undefined, key: string): Facts {
  if (card === undefined) return noneLeft();
  const { author, ...ids } = card;
  const { memberId, accountId, name, sessionId } = author;
  return { ...ids, memberId, accountId, name, sessionId, key };
}

function startPeer(rig: Rig, script: Script): Promise<Program> {
  const file = join(rig.folder, "submit-script.json");
  writeFileSync(file, JSON.stringify(script));
  return startProgram({
    ...rig,
    name: "bare statements",
    file: "bench/peers/submit.ts",
    env: { DATABASE_URL: rig.cluster.superUrl, SCRIPT: file },
  });
}

/** One submission each: the same answer but for ids and instants, and as many rows in each table. */
async function requireSameEffect(
  rig: Rig,
  running: readonly Running[],
  next: () => Card,
): Promise<void> {
  const effects = [];
  for (const { program, read } of running) {
    const { path, headers, body } = submission(rig, next());
    const rows = await rowsByTable(rig);
    const answer = await fetch(program.url + path, { method: "POST", headers, body });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${program.name} answers ${text.slice(0, 500)}`);
    const more = (await rowsByTable(rig)).map(({ name, many }, n) => ({
      name,
      more: many - (rows[n]?.many ?? 0),
    }));
    effects.push({
      answer: masked(read(JSON.parse(text))),
      written: more.filter((one) => one.more !== 0),
    });
  }
  const [own, other] = effects;
  if (!isDeepStrictEqual(own, other))
    throw new Error(`They do not do the same:\n${JSON.stringify(effects, null, 1)}`);
  const written = own?.written.map(({ name, more }) => `${name} +${more}`).join(", ");
  rig.say(`submit: both give the same answer and write the same rows: ${written}.`);
}

const Wrapped = z.object({ result: z.object({ data: z.unknown() }) });

function unwrapped(body: unknown): unknown {
  return Wrapped.parse(body).result.data;
}

function masked(answer: unknown): unknown {
  const text = JSON.stringify(answer)
    .replaceAll(/"Recruiter \d+"/g, '"somebody"')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "id")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "instant");
  return JSON.parse(text);
}

/** How many rows each table has that a command can write to. */
async function rowsByTable(rig: Rig): Promise<{ name: string; many: number }[]> {
  return asSuperuser(
    rig.cluster.superUrl,
    (as) => as<{ name: string; many: number }[]>`
      select c.relname as name, (xpath('/row/many/text()', query_to_xml(
        format('select count(*) as many from %s', c.oid::regclass), false, true, '')))[1]::text::int as many
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = 'public' order by 1`,
  );
}

async function round(rig: Rig, one: Running, requests: number, next: () => Card): Promise<void> {
  const { url, name } = one.program;
  const { connections } = rig;
  const tally = await closedLoop({
    url,
    connections,
    requests,
    next: () => submission(rig, next()),
  });
  if (tally.errors > 0)
    throw new Error(`${name}: ${tally.errors} of ${requests} failed: ${tally.firstError}`);
  one.tallies.push(tally);
}

function noneLeft(): never {
  throw new Error("There is no scorecard left to submit.");
}
