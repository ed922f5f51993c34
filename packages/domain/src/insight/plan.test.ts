import { asSuperuser } from "@rubric/db/provision";
import { testCluster } from "@rubric/db/test-database";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { makeJob, makeOrg } from "../../test/factories.ts";
import { useHarness } from "../../test/harness.ts";
import { daysAgo, makePastLoop } from "../../test/past-loops.ts";
import type { Org } from "../context.ts";
import { countedCards } from "./counted.ts";
import { questionFacts } from "./question-facts.ts";
import { raterCards } from "./rater-rows.ts";

const harness = useHarness();
const MANY = 1500;
const BEFORE = daysAgo(30);
let small: Org;
let large: Org;

/** The statements that copy one past application with its scorecard, each of another candidate. */
function copies(orgId: string): string[] {
  // The n-th copy of each row has n in its id, so that rows of a copy name each other.
  const id = (kind: number) =>
    `('${kind}0000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;
  const copy = (table: string, ids: Record<string, string>) => {
    const changed = Object.entries(ids).map(([column, value]) => `'${column}', ${value}`);
    return `insert into ${table}
      select made.* from ${table} x, generate_series(1, ${MANY}) n,
        jsonb_populate_record(x, to_jsonb(x) || jsonb_build_object(${changed.join()})) made
      where x.org_id = '${orgId}'`;
  };
  const ofApplication = { application_id: id(2) };
  const ofScorecard = { scorecard_id: id(4) };
  return [
    "set session_replication_role = replica",
    `insert into candidate
        (org_id, id, email, name, phone, headline, location, links, created_at)
      select org_id, ${id(1)}, n || '@many.test', name, phone, headline, location, links, created_at
      from candidate, generate_series(1, ${MANY}) n where org_id = '${orgId}'`,
    copy("application", { id: id(2), candidate_id: id(1) }),
    copy("application_stage", ofApplication),
    copy("interview", { id: id(3), ...ofApplication }),
    copy("scorecard", { id: id(4), interview_id: id(3), ...ofApplication }),
    copy("scorecard_version", ofScorecard),
    copy("scorecard_rating", ofScorecard),
    copy("scorecard_note", ofScorecard),
    "analyze",
  ];
}

/** An organization with one past application, on which one interviewer wrote a scorecard. */
async function makeOne(): Promise<Org> {
  const { org, cast } = await makeOrg(harness);
  const made = await makeJob(harness, { org, cast });
  const raters = [{ by: cast.interviewer, step: 3 }];
  await makePastLoop({ harness, org, made }, { raters });
  return org;
}

beforeAll(async () => {
  small = await makeOne();
  large = await makeOne();
  const url = new URL(testCluster() ?? "");
  url.pathname = new URL(harness.database.apiUrl).pathname;
  await asSuperuser(url.href, async (client) => {
    for (const statement of copies(large.id)) await client.unsafe(statement);
  });
});

describe("the figures of insight on large tables", () => {
  it("are found by indexes beside a large organization", async () => {
    const lines = await harness.within(small.id, (tx) =>
      tx.execute(sql`explain with ${countedCards(small.id, BEFORE)} select count(*) from counted`),
    );
    const plan = lines.map((line) => String(line["QUERY PLAN"])).join("\n");
    expect(plan).not.toMatch(/Seq Scan on (application|scorecard|interview|candidate)/);
  });

  it("count every scorecard of a large one", async () => {
    const { facts, cards } = await harness.within(large.id, async (tx) => ({
      facts: await questionFacts(tx, large.id, BEFORE),
      cards: await raterCards(tx, large.id, { before: BEFORE, authorId: null }),
    }));
    expect([...facts.values()].map((one) => one.asked)).toEqual([MANY + 1]);
    expect(cards).toHaveLength(MANY + 1);
  });
});
