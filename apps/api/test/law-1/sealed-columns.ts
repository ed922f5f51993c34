import * as schema from "@rubric/db/schema";
import { is, sql } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { comparable } from "./sealed-words.ts";
import type { SealedWorld } from "./world.ts";

/** A row of whose table belongs to one candidate if it names one of these. */
const BELONGS =
  /^(sealed_)?(application|candidate|interview|scorecard|debrief|decision|offer|entry)_id$/;

/** Texts of such tables that judge nobody: states and kinds, the person's own words, logistics. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  adjustment: ["asked", "effect"],
  application: ["state", "state_reason", "source", "answers"],
  application_event: ["kind"],
  // Why a quorum was lowered everyone sees (law 4).
  application_stage: ["quorum_reason"],
  audit_detail: ["salt", "erased_reason"],
  // It says why somebody read, before they did; whoever owes and reads on sees it stay (law 1).
  // What candidates are told of a growth baseline, in the product's own words.
  baseline_notice: ["how", "text"],
  break_glass: ["reason"],
  // The words of their name, address and headline.
  candidate_term: ["kind", "term"],
  // What sets it: sentences of laws and of rules.
  deadline: ["kind", "subject_kind", "origin", "set_by", "state"],
  debrief: ["state"],
  decision: ["kind", "state"],
  deviation: ["kind"],
  disclosure: ["how", "pay_currency", "region"],
  erasure: ["state", "asked_by"],
  file: ["name", "media_type", "sha256"],
  idempotency: ["actor_id", "procedure", "key", "payload_hash"],
  // The focus is what a later interviewer gets instead of what was said before (law 1).
  interview: [
    "state",
    "state_reason",
    "absent_side",
    "place",
    "proposed_times",
    "proposal",
    "focus",
  ],
  // Why nothing may be deleted is written for admins, about a matter and not a judgement.
  legal_hold: ["reason", "lifted_reason"],
  member: ["kind", "name", "email", "title", "roles", "state", "establishment"],
  note: ["kind"],
  offer: ["state", "currency", "work_place"],
  // Names of groups, which stand in the organization's settings.
  offer_group: ["name"],
  offer_condition: ["kind", "state", "demanded_by"],
  offer_exception: ["state", "currency"],
  opening: ["state", "close_reason"],
  policy_case: ["action", "subject_kind", "subject_id"],
  policy_refusal: ["action", "rule", "actor_id", "subject_kind", "subject_id"],
  // What the person agreed to and was told, in the organization's words.
  pool_consent: ["text", "text_version", "ended"],
  privacy_notice: ["text"],
  relation: ["kind"],
  // What the job's own lines and post say; it names an offer, and says nothing of it.
  requisition: [
    "state",
    "state_reason",
    "title",
    "level_key",
    "locations",
    "pay_currency",
    "reason",
  ],
  restriction: ["kind"],
  scorecard: ["state"],
  // Names of stages.
  scorecard_version: ["read_stages"],
  // Ids, states and instants, by the table of events.
  webhook_event: ["name", "body"],
};

/** What judges without words: it differs between the two worlds. */
const JUDGED: Readonly<Record<string, readonly string[]>> = {
  decision: ["level_key", "ratings_before", "ratings_after"],
  offer: [
    "level_key",
    "amount_minor",
    "variable_minor",
    "equity_minor",
    "signing_minor",
    "start_date",
  ],
  offer_exception: ["base_minor", "with_variable_minor", "total_minor"],
  scorecard_rating: ["rating"],
  scorecard_version: ["recommendation"],
  second_rating: ["rating"],
};

type Texts = {
  name: string;
  table: PgTable;
  columns: ReturnType<typeof getTableConfig>["columns"];
};

/** Every table that belongs to a candidate, with its columns. */
function tablesOfCandidates(): Texts[] {
  return Object.values(schema)
    .filter((one) => is(one, PgTable))
    .map((table) => ({ table, ...getTableConfig(table) }))
    .filter(({ columns }) => columns.some((column) => BELONGS.test(column.name)))
    .map(({ name, table, columns }) => ({ name, table, columns }));
}

const isText = (type: string) => type === "PgText" || type === "PgJsonb" || type === "PgArray";

/** The columns that hold words about a candidate and are neither planted, nor judged, nor open. */
export async function unplantedColumns(world: SealedWorld): Promise<string[]> {
  const { api, people, words } = world.story;
  const unplanted: string[] = [];
  for (const { name, table, columns } of tablesOfCandidates()) {
    const known = [...(OPEN[name] ?? []), ...(JUDGED[name] ?? [])];
    for (const column of columns) {
      if (!isText(column.columnType) || known.includes(column.name)) continue;
      const rows = await api.within(people.org.id, async (tx) => {
        // Some of it the API sees in the candidate's own calls only.
        await tx.execute(sql`select set_config('app.candidate', ${world.candidateId}, true)`);
        return tx.execute(
          sql`select 1 from ${table} where ${column}::text like ${`%[${words.mark} %`} limit 1`,
        );
      });
      if (rows.length === 0) unplanted.push(`${name}.${column.name}`);
    }
  }
  return unplanted;
}

/** The columns said to differ between two worlds that do not. */
export async function equalColumns(worlds: readonly SealedWorld[]): Promise<string[]> {
  const equal: string[] = [];
  for (const { name, table, columns } of tablesOfCandidates()) {
    for (const column of columns.filter((one) => JUDGED[name]?.includes(one.name))) {
      const held = new Set<string>();
      for (const { story } of worlds) {
        const rows = await story.api.within(story.people.org.id, (tx) =>
          tx.execute(sql`select distinct ${column}::text as held from ${table}`),
        );
        held.add(comparable(rows.map((row) => row["held"])));
      }
      if (held.size < worlds.length) equal.push(`${name}.${column.name}`);
    }
  }
  return equal;
}

/** Columns that are listed and not there. */
export function unknownColumns(): string[] {
  const known = new Map(
    tablesOfCandidates().map(({ name, columns }) => [name, columns.map((column) => column.name)]),
  );
  return [OPEN, JUDGED].flatMap((list) =>
    Object.entries(list).flatMap(([name, columns]) =>
      columns
        .filter((column) => known.get(name)?.includes(column) !== true)
        .map((column) => `${name}.${column}`),
    ),
  );
}
