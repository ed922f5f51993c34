import { newId } from "@rubric/db";
import { asSuperuser } from "@rubric/db/provision";
import { testCluster } from "@rubric/db/test-database";
import { deadline } from "@rubric/db/schema";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeJob, makeOrg, type MadeJob } from "../../test/factories.ts";
import { useHarness } from "../../test/harness.ts";
import type { Member, Org, ReadCtx } from "../context.ts";
import { dayAround } from "../interview/mornings.ts";
import { deadlineRows } from "./list.ts";
import { deadlineReader, isMine, isVisible } from "./visible.ts";

const harness = useHarness();
const MANY = 20_000;
const AT = "2026-06-01T10:00:00.000Z";
const NOW = new Date(AT);
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
  const others = [cast.second, cast.third, cast.approver].map((one) => one.memberId);
  await harness.within(org.id, (tx) =>
    tx.execute(sql`
      insert into deadline (org_id, id, kind, subject_kind, subject_id, origin, title, note, set_by,
        starts_at, due_at, owner_id, reassign_reason, state, recorded_by, remind_at, created_at)
      select ${org.id}, gen_random_uuid(), 'own', 'job', ${made.jobId}, n::text, 'One', '', '[]',
        ${AT}::timestamptz, ${AT}::timestamptz + (n - ${MANY / 2}) * interval '1 minute',
        case when n % 200 = 0 then ${cast.recruiter.memberId}::uuid
          else (${sql.param(others)}::uuid[])[1 + n % 3] end,
        '', case when n % 3 = 0 then 'open' else 'void' end, ${cast.admin.memberId},
        case when n % 300 = 0 then ${AT}::timestamptz end, ${AT}::timestamptz
      from generate_series(1, ${MANY}) n`),
  );
  const url = new URL(testCluster() ?? "");
  url.pathname = new URL(harness.database.apiUrl).pathname;
  await asSuperuser(url.href, async (client) => client`analyze deadline`);
});

async function planFor(member: Member, scope: "mine" | "all", cursor: string | null) {
  return harness.within(org.id, async (tx) => {
    const ctx: Pick<ReadCtx, "read" | "org" | "clock"> = { read: tx, org, clock: NOW };
    const reader = await deadlineReader(ctx, member);
    const where = scope === "mine" ? isMine(reader, NOW) : isVisible(reader, NOW);
    const day = dayAround(NOW, "UTC");
    const query = deadlineRows(ctx, { where, when: null, day }, cursor);
    const lines = await tx.execute(sql`explain ${query.getSQL()}`);
    return lines.map((line) => String(line["QUERY PLAN"])).join("\n");
  });
}

describe("deadline.list on a large table", () => {
  const cursor = `2026-06-02T10:00:00.000Z_${newId()}`;
  it.each([null, cursor])(
    "finds all that are open in their order by an index, from %s on",
    async (at) => {
      const plan = await planFor(cast.admin, "all", at);
      expect(plan).toContain("Index Scan using deadline_due_idx");
      expect(plan).not.toMatch(/Seq Scan on deadline\b|Sort/);
    },
  );

  it("finds one's own by an index", async () => {
    const plan = await planFor(cast.recruiter, "mine", null);
    expect(plan).toMatch(/deadline_(owner|stand_in|due)_idx/);
    expect(plan).not.toMatch(/Seq Scan on deadline\b/);
  });

  it("finds what is to be reminded of by an index that holds nothing else", async () => {
    const lines = await harness.within(org.id, (tx) =>
      tx.execute(sql`explain select id from ${deadline}
        where ${eq(deadline.orgId, org.id)} and state = 'open' and remind_at <= now()
        order by remind_at limit 200`),
    );
    const plan = lines.map((line) => String(line["QUERY PLAN"])).join("\n");
    expect(plan).toContain("deadline_remind_idx");
  });
});
