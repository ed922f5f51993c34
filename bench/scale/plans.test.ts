import { asSuperuser } from "@rubric/db/provision";
import { createTestDatabase, testCluster, type TestDatabase } from "@rubric/db/test-database";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { lend } from "./database.ts";
import { fillScale } from "./fill.ts";
import type { Scale } from "./read.ts";
import { readPlans, rowsRead, type RunPlan, wholeTables } from "./read-plans.ts";
import { lists, type Read, searches, WORDS } from "./reads.ts";

const APPLICATIONS = 20_000;
const PAGE = 25;
const Page = z.object({ candidates: z.array(z.object({ candidateId: z.string() })) });

let database: TestDatabase;
let superUrl: string;
let scale: Scale;
let plans: Awaited<ReturnType<typeof readPlans>>;
let lent: ReturnType<typeof lend>;

beforeAll(async () => {
  database = await createTestDatabase();
  const url = new URL(testCluster() ?? "");
  url.pathname = new URL(database.apiUrl).pathname;
  superUrl = url.href;
  const sql = postgres(superUrl, { max: 3, onnotice: () => undefined });
  scale = await fillScale(sql, { applications: APPLICATIONS, organizations: 30 });
  await sql.end();
  plans = await readPlans({ ...database, superUrl });
  lent = lend(database);
}, 120_000);
afterAll(async () => {
  await lent.close();
  await plans.close();
  await database.drop();
});

/** What the statements of a call did; by then all of them are prepared. */
async function run({ ask }: Read): Promise<RunPlan[]> {
  const deps = { ...lent.deps, ...plans.lent };
  await ask(deps);
  plans.take();
  await ask(deps);
  return plans.take();
}

describe("lists in a large organization", () => {
  it("are found by indexes, each", async () => {
    const reads = lists(scale);
    const whole = new Map<string, string[]>();
    for (const read of reads) {
      const statements = await run(read);
      expect(statements.length, read.name).toBeGreaterThan(0);
      const tables = statements.flatMap(wholeTables);
      if (tables.length > 0) whole.set(read.name, tables);
    }
    expect([...whole]).toEqual([]);
  }, 60_000);

  it("would be seen to go through a table", async () => {
    await plans.lent.db.transaction(async (tx) => {
      await tx.execute("set local enable_indexscan = off");
      await tx.execute("set local enable_bitmapscan = off");
      await tx.execute("set local enable_indexonlyscan = off");
      await tx.execute(`select set_config('app.org', '${scale.org.id}', true)`);
      plans.take();
      await tx.execute(`select id from application where org_id = '${scale.org.id}'`);
    });
    const [plan] = plans.take();
    expect(plan === undefined ? [] : wholeTables(plan)).toEqual(["application"]);
    expect(plan === undefined ? 0 : rowsRead(plan)).toBeGreaterThan(APPLICATIONS);
  });
});

describe("a search in a large organization", () => {
  const few = WORDS.filter((words) => words !== "engineer manager");

  it.each(["recruiter", "manager", "coordinator"] as const)(
    "by the %s looks at few rows, whatever is searched for",
    async (by) => {
      for (const read of searches(scale, by, few)) {
        const statements = await run(read);
        expect(statements.flatMap(wholeTables), read.name).toEqual([]);
      }
    },
    60_000,
  );

  it("of a common word ends with its first page", async () => {
    for (const read of searches(scale, "recruiter", ["maria", "an", "e", ""])) {
      const rows = (await run(read)).reduce((sum, one) => sum + rowsRead(one), 0);
      expect(rows, read.name).toBeLessThan(400);
    }
  });

  it("is planned once by a connection, however many values it is asked with", async () => {
    for (const { ask } of searches(scale, "recruiter", ["tomas eichenhagn", "tomas wagnr"])) {
      await ask(lent.deps);
    }
    const planned = await lent.deps.readers.db.execute(`
      select generic_plans::int as generic, custom_plans::int as custom
      from pg_prepared_statements where cardinality(parameter_types) > 200`);
    expect([...planned]).toEqual([{ generic: 2, custom: 0 }]);
  });

  it("meets the people who are there", async () => {
    const found = await asSuperuser(
      superUrl,
      (sql) => sql`
      select count(*)::int as many from candidate_term where term = 'maria' and kind = 'name'`,
    );
    expect(found[0]?.["many"]).toBeGreaterThan(100);
  });

  it("finds the same by going among some thousands as by asking each", async () => {
    const { org, people } = scale;
    const seated = [people.manager.memberId, people.coordinator.memberId];
    await asSuperuser(
      superUrl,
      (sql) => sql`
      insert into hiring_team (org_id, job_id, member_id, duty)
      select ${org.id}, id, unnest(${seated}::uuid[]), unnest('{substitute,coordinator}'::text[])
      from job where org_id = ${org.id} on conflict do nothing`,
    );
    const found = async (by: keyof Scale["people"], words: readonly string[] = WORDS) => {
      const pages = searches(scale, by, words).map(({ ask }) => ask(lent.deps));
      return (await Promise.all(pages)).map((page) => Page.parse(page));
    };
    const [own, others] = [await found("manager"), await found("recruiter")];
    expect(own.some(({ candidates }) => candidates.length === PAGE)).toBe(true);
    expect(own).toEqual(others);
    // Who sees no contact details finds nobody by an address.
    expect(await found("coordinator", ["maria.muller@"])).toEqual([{ candidates: [] }]);
  }, 60_000);

  it("for several words looks up hardly anybody who lacks one, as their signature tells", async () => {
    const pages = async () => {
      const statements = [];
      for (const read of searches(scale, "recruiter", ["smith kotlin payments"])) {
        statements.push(...(await run(read)));
      }
      return statements.reduce((sum, one) => sum + one.pages, 0);
    };
    const signed = await pages();
    const smiths = await asSuperuser(superUrl, async (sql) => {
      const found = await sql`
        update candidate_term set signature = null
        where org_id = ${scale.org.id} and kind = 'name' and term = 'smith' returning candidate_id`;
      await sql`vacuum candidate_term`;
      return found.length;
    });
    expect(smiths).toBeGreaterThan(50);
    expect((await pages()) - signed).toBeGreaterThan(2 * smiths);
  });
});

describe("a large organization that restricts some hundreds (law 10)", () => {
  const RESTRICTED = 400;
  const RESTRICTIONS = new Set(["restriction"]);

  it("goes through them a few times a list, and not once for each row", async () => {
    await asSuperuser(superUrl, async (sql) => {
      await sql`
        insert into restriction (org_id, subject_id, candidate_id, kind, at)
        select org_id, id, candidate_id, 'application', now() from application
        where org_id = ${scale.org.id} and id <> ${scale.applicationId}
        order by id limit ${RESTRICTED}`;
      await sql`analyze restriction`;
    });
    const looked = new Map<string, number>();
    for (const read of [...lists(scale), ...searches(scale, "recruiter")]) {
      const statements = await run(read);
      expect(statements.flatMap(wholeTables), read.name).toEqual([]);
      const rows = statements.reduce((sum, one) => sum + rowsRead(one, RESTRICTIONS), 0);
      looked.set(read.name, Math.round(rows / RESTRICTED));
    }
    // As often as a page has rows, with what else is read of it; a row each was thousands of times.
    expect([...looked].filter(([, times]) => times > 30)).toEqual([]);
  }, 60_000);
});
