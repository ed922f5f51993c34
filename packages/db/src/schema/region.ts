import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, orgId } from "./columns.ts";
import { member } from "./organization.ts";

/** How many the organization employs in a region: what thresholds are compared with. */
export const regionSize = pgTable(
  "region_size",
  {
    orgId: orgId(),
    region: text("region").notNull(),
    employees: integer("employees").notNull(),
  },
  (t) => [
    primaryKey({ name: "region_size_pkey", columns: [t.orgId, t.region] }),
    check("region_size_employees", sql`${t.employees} >= 0`),
  ],
);

/** A version of the rules of regions; approved, it holds from its day on in place of the built-in. */
export const regionPack = pgTable(
  "region_pack",
  {
    orgId: orgId(),
    id: id(),
    number: integer("number").notNull(),
    state: text("state").$type<"draft" | "approved" | "discarded">().notNull(),
    effectiveFrom: date("effective_from", { mode: "string" }).notNull(),
    document: jsonb("document").$type<object>().notNull(),
    reason: text("reason").notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    approvedBy: uuid("approved_by"),
    approvedAt: instant("approved_at"),
  },
  (t) => [
    primaryKey({ name: "region_pack_pkey", columns: [t.orgId, t.id] }),
    unique("region_pack_number_key").on(t.orgId, t.number),
    uniqueIndex("region_pack_draft_key")
      .on(t.orgId)
      .where(sql`${t.state} = 'draft'`),
    foreignKey({
      name: "region_pack_author_fkey",
      columns: [t.orgId, t.createdBy],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "region_pack_approver_fkey",
      columns: [t.orgId, t.approvedBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check("region_pack_state", sql`${t.state} in ('draft', 'approved', 'discarded')`),
    check("region_pack_two", sql`${t.approvedBy} <> ${t.createdBy}`),
    check("region_pack_approved", sql`(${t.state} = 'approved') = (${t.approvedBy} is not null)`),
  ],
);
