import { tokenHash } from "@rubric/domain/identity";
import type { StaffMember } from "@rubric/domain/context";
import {
  isPermission,
  permissionRow,
  SUBJECT_FIELD,
  type SubjectKind,
} from "@rubric/domain/permissions";
import { openSession } from "../../../../packages/domain/test/instance.ts";
import { type Procedure, procedures } from "../census.ts";
import { nobody, type Who } from "../outcome.ts";
import { type Answer, askerOf } from "./asking.ts";
import { fittingInputs, type Pool } from "./fitting-inputs.ts";
import { poolsOf } from "./pools.ts";
import type { SealedWorld } from "./world.ts";

/** One question to the API, and what it answered. */
export type Reading = { path: string; answer: unknown; refused: boolean };

export type Questions = readonly { procedure: Procedure; input: unknown }[];

const OF_A_CANDIDATE: readonly SubjectKind[] = [
  "application",
  "interview",
  "scorecard",
  "offer",
  "candidate",
];

/**
 * Every procedure in inputs that fit the world: a query in all of them, a command about a candidate
 * for every subject there is, any other command once; of so many applications at most. Fails for a procedure that none fits.
 */
export async function questionsOf(
  world: SealedWorld,
  member: StaffMember,
  { of = Infinity }: { of?: number } = {},
): Promise<Questions> {
  const pools = (await poolsOf(world, member)).slice(0, of);
  return procedures().flatMap((procedure) => {
    const [schema] = procedure.inputs;
    if (schema === undefined) return [];
    const all = procedure.type === "query";
    const field = subjectField(procedure);
    const some = field === null || !(all || isOfCandidate(procedure)) ? pools.slice(0, 1) : pools;
    const each = all ? some : some.flatMap((pool) => perSubject(pool, field));
    const inputs = each.flatMap((pool) => fittingInputs(schema, pool, { all }));
    if (inputs.length === 0) throw new Error(`No input of the pools fits ${procedure.path}.`);
    const once = new Map(inputs.map((input) => [JSON.stringify(input), input]));
    return [...once.values()].map((input) => ({ procedure, input }));
  });
}

/** The field by which a procedure names its subject; null where it has none. */
function subjectField({ path }: Pick<Procedure, "path">): string | null {
  const on = isPermission(path) ? permissionRow(path).on : "instance";
  return on === "instance" || on === "org" ? null : SUBJECT_FIELD[on];
}

/** One pool for each subject that a command may have, with one value for every other field. */
function perSubject(pool: Pool, field: string | null): Pool[] {
  const one = Object.fromEntries(
    Object.entries(pool).map(([name, values]) => [name, values.slice(0, 1)]),
  );
  return field === null ? [one] : (pool[field] ?? []).map((id) => ({ ...one, [field]: [id] }));
}

/** Whether a procedure is about one candidate. */
export function isOfCandidate({ path }: Pick<Procedure, "path">): boolean {
  return isPermission(path) && OF_A_CANDIDATE.includes(permissionRow(path).on);
}

/** Asks as a member, page by page; nothing that a command does stays. */
export async function readerOf(world: SealedWorld, member: StaffMember) {
  const { api, people } = world.story;
  const { token } = await openSession(api, member.accountId);
  return readerAs(world, { ...nobody, sessionHash: tokenHash(token), orgSlug: people.org.slug });
}

/** Asks as a program does, with an access token. */
export function readerBy(world: SealedWorld, token: string) {
  return readerAs(world, { ...nobody, bearer: token });
}

function readerAs({ story }: SealedWorld, who: Who) {
  const ask = askerOf(story.api, { keeps: false });
  return async ({ procedure, input }: Questions[number], at: Date): Promise<Reading> => {
    const pages: Answer[] = [];
    for (let next: unknown = input; next !== null;) {
      const page = await ask(who, procedure, next, at);
      pages.push(page);
      const cursor = cursorOf(page.data);
      next = cursor === null || !isObject(next) ? null : { ...next, cursor };
    }
    return { path: procedure.path, answer: pages, refused: pages[0]?.error != null };
  };
}

function cursorOf(data: unknown): unknown {
  if (!isObject(data)) return null;
  const { next, nextCursor, past } = data;
  const cursor = next ?? nextCursor ?? (isObject(past) ? past["next"] : null);
  return typeof cursor === "string" || typeof cursor === "number" ? cursor : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
