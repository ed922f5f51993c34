import { getTableName, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { useHarness } from "../../test/harness.ts";
import { HELD } from "./leave.ts";

const harness = useHarness();
const Names = z.array(z.object({ name: z.string() }));

/** Go with the rows of another table: see `eraseSections`. */
const WITH_THEM = ["file", "round_turn", "growth_plan_agreement"];
/** Names a member, and is no part of their growth. */
const OTHERS = [
  "application_event",
  "break_glass",
  "departure",
  "deviation",
  "hiring_team",
  "member_absence",
  "offer_approver",
  "past_duty",
  "relation",
  "requisition_approver",
];

describe("what is erased of who left", () => {
  it("is every table of growth that names whose it is, and what goes with one of them", async () => {
    const rows = await harness.connection.db.execute(sql`
      select c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where a.attname = 'member_id' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`);
    const erased: string[] = [...HELD.map((table) => getTableName(table)), ...WITH_THEM];
    const names = Names.parse(rows).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(erased));
    expect(names.filter((name) => !erased.includes(name)).toSorted()).toEqual(OTHERS);
  });
});
