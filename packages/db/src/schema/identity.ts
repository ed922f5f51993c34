import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/** What is looked up before an organization is known; without row-level security. */
export const identity = pgSchema("identity");

export const account = identity.table(
  "account",
  {
    id: uuid("id").primaryKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    unique("account_email_key").on(t.email),
    check("account_email_lower", sql`${t.email} = lower(${t.email})`),
  ],
);

export const password = identity.table("password", {
  accountId: uuid("account_id")
    .primaryKey()
    .references(() => account.id, { onDelete: "cascade" }),
  hash: text("hash").notNull(),
  changedAt: instant("changed_at").notNull(),
});

export const session = identity.table(
  "session",
  {
    id: text("id").primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    userAgent: text("user_agent").notNull(),
    ip: text("ip").notNull(),
  },
  (t) => [
    index("session_account_idx").on(t.accountId),
    index("session_expiry_idx").on(t.expiresAt),
  ],
);

export const organization = identity.table(
  "organization",
  {
    id: uuid("id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [unique("organization_slug_key").on(t.slug)],
);

export const membership = identity.table(
  "membership",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    orgId: uuid("org_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    memberId: uuid("member_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "membership_pkey", columns: [t.accountId, t.orgId] }),
    unique("membership_member_key").on(t.orgId, t.memberId),
  ],
);

/** A secret sent by e-mail, kept as its SHA-256: invitations, password resets, candidates' pages; or a code, by its slow hash. */
export const link = identity.table(
  "link",
  {
    tokenHash: text("token_hash").primaryKey(),
    kind: text("kind")
      .$type<"invitation" | "password_reset" | "candidate" | "export" | "record">()
      .notNull(),
    orgId: uuid("org_id"),
    subjectId: uuid("subject_id").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    /** Wrong guesses at a short code; a token is too long to be guessed. */
    tries: integer("tries").notNull().default(0),
  },
  (t) => [index("link_subject_idx").on(t.subjectId), index("link_expiry_idx").on(t.expiresAt)],
);

/**
 * A secret with which a program acts as a member, kept as its SHA-256. A personal one is made by the
 * member, a service account's by an admin.
 */
export const accessToken = identity.table(
  "access_token",
  {
    id: uuid("id").primaryKey(),
    tokenHash: text("token_hash").notNull(),
    kind: text("kind").$type<"personal" | "service">().notNull(),
    orgId: uuid("org_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    memberId: uuid("member_id").notNull(),
    name: text("name").notNull(),
    /** Its last four characters, by which its holder tells it from others. */
    lastFour: text("last_four").notNull(),
    scopes: text("scopes").array().notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: uuid("created_by").notNull(),
    expiresAt: instant("expires_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    revokedBy: uuid("revoked_by"),
  },
  (t) => [
    unique("access_token_hash_key").on(t.tokenHash),
    index("access_token_member_idx").on(t.orgId, t.memberId),
    check("access_token_kind", sql`${t.kind} in ('personal', 'service')`),
  ],
);

/** Refused sign-ins and permissions; written after the rollback of what was refused. */
export const securityEvent = identity.table(
  "security_event",
  {
    id: uuid("id").primaryKey(),
    at: instant("at").notNull(),
    kind: text("kind").notNull(),
    accountId: uuid("account_id"),
    orgId: uuid("org_id"),
    ip: text("ip").notNull(),
    requestId: text("request_id").notNull(),
    detail: jsonb("detail").$type<Record<string, string>>().notNull(),
  },
  (t) => [index("security_event_at_idx").on(t.at)],
);
