import { isDeepStrictEqual } from "node:util";
import type { Asked } from "../load.ts";
import type { Rig } from "../rig/rig.ts";
import { headersOf, inTurn } from "../rig/rubric.ts";
import type { ListInput, ListProgram, Page } from "./list-programs.ts";

/** How many pages are followed of each list. */
const PAGES = 3;

/** The lists under load: each job's stages, of those under way, who waits longest first. */
export function listsOf({ filled }: Rig): ListInput[] {
  return filled.jobs.flatMap(({ jobId, stages }) =>
    Object.values(stages).map((stageId) => ({ jobId, stageId, state: "active", cursor: null })),
  );
}

/** Further lists that every program must answer alike: of all stages at once, and of what ended. */
function alsoAsked({ filled }: Rig): ListInput[] {
  return filled.jobs.slice(0, 2).flatMap(({ jobId, stages }) => [
    { jobId, stageId: null, state: "active", cursor: null },
    { jobId, stageId: null, state: "rejected", cursor: null },
    { jobId, stageId: stages.loop, state: "withdrawn", cursor: null },
    { jobId, stageId: stages.loop, state: "hired", cursor: null },
  ]);
}

/** What a program is asked for a list, with the headers of who asks. */
export function requestOf(
  program: ListProgram,
  input: ListInput,
  headers: Record<string, string>,
): Asked {
  const asked = program.ask(input);
  return { ...asked, headers: "headers" in asked ? { ...headers, ...asked.headers } : headers };
}

type Walked = { input: ListInput; page: Page };

/** Reads the first pages of a list, each by the cursor that the one before gave. */
async function walk(rig: Rig, program: ListProgram, url: string, from: ListInput) {
  const headers = inTurn(rig.filled.people.map((one) => headersOf(rig, one)));
  const walked: Walked[] = [];
  let input: ListInput = from;
  while (walked.length < PAGES) {
    const { path, body, ...asked } = requestOf(program, input, headers());
    const post = body === undefined ? {} : { method: "POST", body };
    const answer = await fetch(url + path, { ...asked, ...post });
    const text = await answer.text();
    if (answer.status !== 200)
      throw new Error(`${program.name} answers ${answer.status}: ${text.slice(0, 300)}`);
    const page = program.read(JSON.parse(text));
    walked.push({ input, page });
    if (page.nextCursor === null) break;
    input = { ...from, cursor: page.nextCursor };
  }
  return walked;
}

/** What a program answered to every list, and the inputs for its load: they carry its own cursors. */
export async function readAnswers(rig: Rig, program: ListProgram, url: string) {
  const underLoad: Walked[] = [];
  for (const list of listsOf(rig)) underLoad.push(...(await walk(rig, program, url, list)));
  const others: Walked[] = [];
  for (const list of alsoAsked(rig)) others.push(...(await walk(rig, program, url, list)));
  return { inputs: underLoad.map(({ input }) => input), walked: [...underLoad, ...others] };
}

/**
 * Refuses to go on where two programs do not answer alike: the same applications in the same order,
 * field by field, and a next page where the other has one. A cursor's text is each program's own.
 * @throws Error with the first difference.
 */
export function requireSame(
  names: readonly [string, string],
  own: readonly Pick<Walked, "page">[],
  other: readonly Pick<Walked, "page">[],
): void {
  if (own.length !== other.length)
    throw new Error(`${names[0]} has ${own.length} pages, ${names[1]} ${other.length}.`);
  for (const [n, { page }] of own.entries()) {
    const there = other[n]?.page;
    const ends = (one: Page | undefined) => one?.nextCursor === null;
    if (there === undefined || ends(page) !== ends(there))
      throw new Error(`Page ${n} is the last of ${names[0]} or of ${names[1]}, not of both.`);
    const row = page.applications.findIndex(
      (one, at) => !isDeepStrictEqual(one, there.applications[at]),
    );
    if (row === -1 && page.applications.length === there.applications.length) continue;
    const texts = [page, there].map((one) => JSON.stringify(one.applications.at(row)));
    throw new Error(
      `Page ${n} differs at row ${row}:\n${names[0]}: ${texts[0]}\n${names[1]}: ${texts[1]}`,
    );
  }
}
