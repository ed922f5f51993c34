import { sql } from "drizzle-orm";
import { check, foreignKey, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId } from "./columns.ts";

export const organizationSettings = pgTable(
  "organization_settings",
  {
    orgId: orgId(),
    privacyNotice: text("privacy_notice").notNull(),
    timeZone: text("time_zone").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [primaryKey({ name: "organization_settings_pkey", columns: [t.orgId] })],
);

export const member = pgTable(
  "member",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id"),
    candidateId: uuid("candidate_id"),
    managerId: uuid("manager_id"),
    name: text("name").notNull(),
    email: text("email").notNull(),
    title: text("title").notNull(),
    roles: text("roles").array().notNull(),
    state: text("state").$type<"invited" | "active" | "disabled">().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "member_pkey", columns: [t.orgId, t.id] }),
    unique("member_email_key").on(t.orgId, t.email),
    unique("member_account_key").on(t.orgId, t.accountId),
    foreignKey({
      name: "member_manager_fkey",
      columns: [t.orgId, t.managerId],
      foreignColumns: [t.orgId, t.id],
    }),
    check("member_state", sql`${t.state} in ('invited', 'active', 'disabled')`),
    check(
      "member_roles",
      sql`${t.roles} <@ array['admin','recruiter','coordinator','hiring_manager','interviewer','engineer','manager','auditor']`,
    ),
  ],
);
