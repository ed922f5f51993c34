// oxlint-disable-next-line no-restricted-imports -- every table is looked at, and none is read
import * as schema from "@rubric/db/schema";
import { getTableName, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { HELD } from "./leave.ts";

/** Go with the rows of another table: see `eraseSections`. */
const WITH_THEM = ["file", "round_turn", "growth_plan_agreement"];
/** Names a member, and is no part of their growth. */
const OTHERS = [
  "access_token",
  "application_event",
  "break_glass",
  "departure",
  "deviation",
  "hiring_team",
  "member_absence",
  "membership",
  "offer_approver",
  "past_duty",
  "relation",
  "requisition_approver",
];

const tables = Object.values(schema).filter((one) => is(one, PgTable));
const ofMember = tables.filter((table) =>
  getTableConfig(table).columns.some(({ name }) => name === "member_id"),
);

describe("what is erased of who left", () => {
  it("is every table of growth that names whose it is, and what goes with one of them", () => {
    const erased: string[] = [...HELD.map((table) => getTableName(table)), ...WITH_THEM];
    const left = ofMember
      .map((table) => getTableName(table))
      .filter((name) => !erased.includes(name));
    expect(left.toSorted()).toEqual(OTHERS.toSorted());
  });
});
