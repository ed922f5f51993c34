import type { Database, Look } from "@rubric/db";
import { preparing } from "@rubric/db/preparing";
import { asSuperuser } from "@rubric/db/provision";
import { ROLES } from "@rubric/db/roles";
import { makeReaders, type Readers } from "@rubric/domain/execution";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { z } from "zod";

/** Tables that grow with the applications: none is read from one end to the other. */
const LARGE = new Set([
  "candidate",
  "candidate_term",
  "application",
  "application_stage",
  "application_event",
  "interview",
  "scorecard",
  "scorecard_version",
  "scorecard_rating",
  "audit_entry",
  "audit_detail",
  "mail",
  "deadline",
  "idempotency",
]);

type Step = {
  type: string;
  table: string | null;
  /** Rows that it gave and threw away, all of its runs together. */
  rows: number;
  steps: Step[];
};
/** One statement as it was run: its text, the pages that it touched, and what it did. */
export type RunPlan = { text: string; pages: number; plan: Step };

const Raw = z.looseObject({
  "Node Type": z.string(),
  "Relation Name": z.string().optional(),
  "Actual Rows": z.number(),
  "Actual Loops": z.number(),
  "Rows Removed by Filter": z.number().optional(),
  "Rows Removed by Index Recheck": z.number().optional(),
  "Shared Hit Blocks": z.number(),
  "Shared Read Blocks": z.number(),
  get Plans() {
    return z.array(Raw).optional();
  },
});
const Explained = z.object({ "Query Text": z.string(), Plan: Raw });

/**
 * A connection of each of the API's roles, prepared and planned as the API's own are, that hears from
 * the server how each statement was run. `superUrl` leads the superuser into the same database.
 */
export async function readPlans(urls: {
  superUrl: string;
  apiUrl: string;
  readerUrl: string;
}): Promise<{
  /** What a call is lent to be heard. */
  lent: Lent & { readers: Readers };
  /** What was run since this was last asked. */
  take: () => RunPlan[];
  close: () => Promise<void>;
}> {
  const database = new URL(urls.apiUrl).pathname.slice(1);
  const settings = Object.entries(SETTINGS);
  await asSuperuser(urls.superUrl, async (sql) => {
    for (const role of [ROLES.api, ROLES.reader]) {
      for (const [name, value] of settings) {
        await sql.unsafe(`alter role ${role} in database "${database}" set ${name} = '${value}'`);
      }
    }
  });
  const heard: RunPlan[] = [];
  const api = hearing(urls.apiUrl, heard);
  const reader = hearing(urls.readerUrl, heard);
  return {
    lent: { ...lentBy(api), readers: makeReaders(lentBy(reader)) },
    take: () => heard.splice(0),
    close: async () => {
      await Promise.all([api.end(), reader.end()]);
      await asSuperuser(urls.superUrl, async (as) => {
        for (const role of [ROLES.api, ROLES.reader]) {
          await as`alter role ${as(role)} in database ${as(database)} reset all`;
        }
      });
    },
  };
}

type Lent = { db: Database; look: Look };

function lentBy(sql: Sql): Lent {
  return {
    db: drizzle(preparing(sql)),
    look: (text, values) => sql.unsafe(text, [...values], { prepare: true }),
  };
}

/** A connection of a role that is told how each of its statements was run. */
function hearing(url: string, heard: RunPlan[]): Sql {
  return postgres(url, {
    max: 1,
    onnotice: ({ message }) => {
      const json = /plan:\s*(\{[\s\S]*\})\s*$/.exec(message ?? "")?.[1];
      if (json === undefined) return;
      const { "Query Text": text, Plan } = Explained.parse(JSON.parse(json));
      const pages = Plan["Shared Hit Blocks"] + Plan["Shared Read Blocks"];
      heard.push({ text, pages, plan: stepOf(Plan) });
    },
    connection: { plan_cache_mode: "force_generic_plan", statement_timeout: 60_000 },
  });
}

const SETTINGS = {
  session_preload_libraries: "auto_explain",
  "auto_explain.log_min_duration": "0",
  "auto_explain.log_analyze": "on",
  "auto_explain.log_timing": "off",
  "auto_explain.log_buffers": "on",
  "auto_explain.log_format": "json",
  "auto_explain.log_level": "notice",
};

function stepOf(raw: z.infer<typeof Raw>): Step {
  const each =
    raw["Actual Rows"] +
    (raw["Rows Removed by Filter"] ?? 0) +
    (raw["Rows Removed by Index Recheck"] ?? 0);
  return {
    type: raw["Node Type"],
    table: raw["Relation Name"] ?? null,
    rows: Math.round(each * raw["Actual Loops"]),
    steps: (raw.Plans ?? []).map(stepOf),
  };
}

/** All steps of a plan. */
export function stepsIn(plan: Step): Step[] {
  return [plan, ...plan.steps.flatMap(stepsIn)];
}

/** The large tables that a statement went through from one end to the other. */
export function wholeTables({ plan }: RunPlan): string[] {
  return stepsIn(plan).flatMap(({ type, table }) =>
    type === "Seq Scan" && table !== null && LARGE.has(table) ? [table] : [],
  );
}

/** How many rows of some tables a statement looked at; of the large ones, if none are named. */
export function rowsRead({ plan }: RunPlan, of: ReadonlySet<string> = LARGE): number {
  return stepsIn(plan).reduce(
    (sum, { table, rows }) => sum + (table !== null && of.has(table) ? rows : 0),
    0,
  );
}
