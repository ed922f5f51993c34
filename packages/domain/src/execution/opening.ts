import { type Reader, statement, type Statement } from "@rubric/db";
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { Member } from "../context.ts";
import { allowsDuty, TEAM_DUTIES } from "../duties.ts";
import {
  MEMBER_OF_CALL,
  type MemberKey,
  MemberRow,
  memberFromRow,
  SESSION_OF_CALL,
} from "../identity/caller-rows.ts";
import type { SubjectKind } from "../permissions.ts";
import {
  OF_A_JOB,
  SUBJECT_OF_CALL,
  type SubjectFacts,
  subjectFrom,
  SubjectRow,
} from "../subjects.ts";
import type { Ties } from "../ties.ts";
import type { Call, Deps } from "./deps.ts";

/** What a call's first statement found: what the frame asks of every call, in one round trip. */
export type Opened = {
  clock: Date;
  /** The epoch of the organization's policies. */
  epoch: number;
  /** The active member that calls; null where nobody is looked for, or nobody is found. */
  member: Member | null;
  /** Whether the caller's session is there still. */
  sessionOpen: boolean;
  /** The subject; null if there is none in the organization. */
  subject: SubjectFacts | null;
  /** The rows of the question that travelled along; empty where there was none. */
  page: TextRows;
  /** The caller's ties to a subject of a job; null where nobody is looked for, or `mayBeOwn`. */
  ties: Ties | null;
  /** Whether the caller may be a candidate themselves: then their ties are still to be looked up. */
  mayBeOwn: boolean;
  /** Whether the organization restricts anybody: then only who has the wall of law 10 reads (`reading.ts`). */
  restricts: boolean;
};

/** For which organization, and for whom, a transaction is opened. */
type OpeningCall = Pick<Call, "sessionId" | "who"> & { org: { id: string } };

export type OpeningOptions = {
  on: SubjectKind;
  subjectId: string | null;
  readOnly?: boolean;
  lockSeconds?: 2 | 10;
};

type TextRows = readonly (readonly (string | null)[])[];

/** Said in one go: of each cell the library would make a result of its own. */
function isTextRows(value: unknown): value is TextRows {
  const isText = (cell: unknown) => typeof cell === "string" || cell === null;
  return Array.isArray(value) && value.every((row) => Array.isArray(row) && row.every(isText));
}

const Row = z.object({
  now: z.coerce.date(),
  epoch: z.coerce.number().default(0),
  member: MemberRow.nullable(),
  session_open: z.boolean().default(false),
  subject: SubjectRow.nullable(),
  team: z.array(z.enum(TEAM_DUTIES)).nullable(),
  assigned: z.boolean(),
  may_be_own: z.boolean(),
  restricts: z.boolean(),
  page: z.custom<TextRows>(isTextRows).default([]),
});

/**
 * The row `call` that every part of the opening asks about, the rows `member` and `subject` beside
 * it, what is told of them, and with `rest` what only a transaction of more statements needs.
 */
export function openingOf(
  on: SubjectKind,
  by: MemberKey | null,
): { from: SQL; row: SQL; rest: SQL } {
  const subject = on === "instance" || on === "org" ? null : SUBJECT_OF_CALL[on];
  const tied = by !== null && OF_A_JOB.has(on);
  return {
    from: sql`(
        select ${sql.placeholder("org")}::uuid as org_id, ${sql.placeholder("caller")}::uuid as caller_id,
          ${sql.placeholder("session")}::text as session_id,
          ${sql.placeholder("subject")}::uuid as subject_id
      ) call
      ${by === null ? sql`` : sql`left join lateral (${MEMBER_OF_CALL[by]}) member on true`}
      ${subject === null ? sql`` : sql`left join lateral (${subject}) subject on true`}`,
    rest: sql`coalesce((select epoch from policy_head where org_id = call.org_id), 0) as epoch,
      ${SESSION_OF_CALL} as session_open`,
    row: sql`transaction_timestamp() as now,
      ${by === null || by === "kept" ? sql`null` : sql`row_to_json(member)`} as member,
      ${subject === null ? sql`null` : sql`row_to_json(subject)`} as subject,
      ${tied ? TEAM : sql`null`} as team,
      ${tied && HAS_AN_APPLICATION.has(on) ? assignedTo(on) : sql`false`} as assigned,
      ${tied ? mayBeOwn(by) : sql`false`} as may_be_own,
      exists (select from restriction where org_id = call.org_id) as restricts`,
  };
}

const HAS_AN_APPLICATION: ReadonlySet<SubjectKind> = new Set<SubjectKind>([
  "application",
  "interview",
  "scorecard",
  "offer",
]);

const TEAM = sql`array_to_json(array(
  select seat.duty from hiring_team seat
  where seat.org_id = call.org_id and seat.job_id = subject.job_id and seat.member_id = member.id))`;

/**
 * Whether the member may be a candidate themselves, or a service account act for who may be: then
 * their ties are looked up as a whole. Hardly anyone is, and to ask it each time would make the
 * statement twice as large. Who is kept has an account, and may have become a candidate since.
 */
function mayBeOwn(by: MemberKey): SQL {
  const isCandidate = sql`exists (
    select from relation r
    where r.org_id = call.org_id and r.member_id = member.id and r.kind = 'self')`;
  if (by === "kept") return isCandidate;
  return sql`coalesce(member.account_id is null or ${isCandidate}, false)`;
}

function assignedTo(on: SubjectKind): SQL {
  const here = on === "interview" ? sql`and s.interview_id = call.subject_id` : sql``;
  return sql`exists (
    select from scorecard s
    where s.org_id = call.org_id and s.application_id = subject.application_id
      and s.author_id = member.id and s.state <> 'void' ${here})`;
}

/**
 * A statement that sets the organization for row-level security, and only then asks: `case` has the
 * settings made before what stands behind it is looked at. They end with the transaction.
 */
export function openingStatement(opened: SQL, { alone }: { alone: boolean }): Statement {
  // One that stands alone is what it is, a select, on a connection that waits for no lock for long.
  const more = sql`and set_config('lock_timeout', ${sql.placeholder("lock")}, true) is not null
    and set_config('transaction_read_only', ${sql.placeholder("readOnly")}, true) is not null`;
  return statement(sql`select case
    when set_config('app.org', ${sql.placeholder("organization")}, true) is not null
      ${alone ? sql`` : more}
    then (select row_to_json(opened) from (${opened}) opened) end as opened`);
}

const openings = new Map<string, Statement>();

function openingFor(on: SubjectKind, by: MemberKey | null): Statement {
  const name = `${on} ${by}`;
  const known = openings.get(name);
  if (known !== undefined) return known;
  const { from, row, rest } = openingOf(on, by);
  const made = openingStatement(sql`select ${row}, ${rest} from ${from}`, { alone: false });
  openings.set(name, made);
  return made;
}

/** What the placeholders of an opening stand for in a call. */
export function openingValues(
  call: OpeningCall,
  { subjectId, readOnly = false, lockSeconds = 2 }: OpeningOptions,
) {
  return {
    lock: `${lockSeconds}s`,
    organization: call.org.id,
    org: call.org.id,
    readOnly: readOnly ? "on" : "off",
    caller: call.who?.id ?? null,
    session: call.sessionId ?? null,
    subject: subjectId,
  };
}

/** Reads what an opening found; a member who was known already was not looked for. */
export function openedFrom(
  found: unknown,
  {
    on,
    subjectId,
    kept = null,
  }: Pick<OpeningOptions, "on" | "subjectId"> & { kept?: Member | null },
  deps: Pick<Deps, "now">,
): Opened {
  const row = Row.parse(found);
  const member = kept ?? (row.member && memberFromRow(row.member));
  const none = on === "instance" || on === "org" ? { kind: on, id: null } : null;
  return {
    clock: deps.now?.() ?? row.now,
    epoch: row.epoch,
    member,
    sessionOpen: row.session_open,
    subject: row.subject === null ? none : subjectFrom(on, subjectId, row.subject),
    ties: tiesIn(member, row),
    mayBeOwn: row.may_be_own,
    restricts: row.restricts,
    page: row.page,
  };
}

/** Who is no candidate applies nowhere; of the seats those are held that the roles still allow. */
function tiesIn(
  member: Member | null,
  { team, assigned, may_be_own: mayBeOwn }: z.infer<typeof Row>,
): Ties | null {
  if (member === null || team === null || mayBeOwn) return null;
  return { applies: false, team: team.filter((duty) => allowsDuty(member.roles, duty)), assigned };
}

/** Opens a call's transaction; with `readOnly` nothing is written in it from here on. */
export async function open(
  read: Reader,
  call: OpeningCall,
  deps: Pick<Deps, "now">,
  options: OpeningOptions,
): Promise<Opened> {
  const asked = openingFor(options.on, call.who?.by ?? null);
  const [found] = await asked.send(read, openingValues(call, options));
  return openedFrom(found?.["opened"], options, deps);
}
