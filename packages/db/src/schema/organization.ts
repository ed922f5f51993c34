import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, orgId } from "./columns.ts";

export const organizationSettings = pgTable(
  "organization_settings",
  {
    orgId: orgId(),
    privacyNotice: text("privacy_notice").notNull(),
    timeZone: text("time_zone").notNull(),
    /** What the organization says of itself that rules of regions ask for. */
    traits: text("traits")
      .array()
      .notNull()
      .default(sql`'{}'`),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [primaryKey({ name: "organization_settings_pkey", columns: [t.orgId] })],
);

export const member = pgTable(
  "member",
  {
    orgId: orgId(),
    id: id(),
    /** A `service` account is a program's: without e-mail address, account and candidate. */
    kind: text("kind").$type<"person" | "service">().notNull().default("person"),
    accountId: uuid("account_id"),
    candidateId: uuid("candidate_id"),
    managerId: uuid("manager_id"),
    /** Where they work, as ISO 3166: rules of an establishment hold for them. */
    establishment: text("establishment"),
    name: text("name").notNull(),
    email: text("email"),
    title: text("title").notNull(),
    roles: text("roles").array().notNull(),
    state: text("state").$type<"invited" | "active" | "disabled">().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "member_pkey", columns: [t.orgId, t.id] }),
    unique("member_email_key").on(t.orgId, t.email),
    unique("member_account_key").on(t.orgId, t.accountId),
    unique("member_candidate_key").on(t.orgId, t.candidateId),
    foreignKey({
      name: "member_manager_fkey",
      columns: [t.orgId, t.managerId],
      foreignColumns: [t.orgId, t.id],
    }),
    check("member_kind", sql`${t.kind} in ('person', 'service')`),
    check(
      "member_kind_fields",
      sql`case ${t.kind} when 'person' then ${t.email} is not null
        else coalesce(${t.email}, ${t.accountId}::text, ${t.candidateId}::text) is null
          and ${t.state} <> 'invited' end`,
    ),
    uniqueIndex("member_service_name_key")
      .on(t.orgId, t.name)
      .where(sql`${t.kind} = 'service'`),
    check("member_state", sql`${t.state} in ('invited', 'active', 'disabled')`),
    check(
      "member_roles",
      sql`${t.roles} <@ array['admin','recruiter','coordinator','hiring_manager','interviewer','engineer','manager','auditor']`,
    ),
  ],
);
