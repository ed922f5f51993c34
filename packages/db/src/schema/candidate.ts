import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, orgId } from "./columns.ts";
import { member } from "./organization.ts";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

export const candidate = pgTable(
  "candidate",
  {
    orgId: orgId(),
    id: id(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    phone: text("phone").notNull(),
    headline: text("headline").notNull(),
    location: text("location").notNull(),
    links: text("links").array().notNull(),
    resume: jsonb("resume").$type<Record<string, unknown>>(),
    createdAt: instant("created_at").notNull(),
    erasedAt: instant("erased_at"),
    /** Restricted as a whole (law 10): their address is free for a new beginning. */
    setAside: boolean("set_aside").notNull().default(false),
    /** Their terms are kept; the worker keeps those of whom an earlier version wrote down. */
    searchable: boolean("searchable").notNull().default(false),
    /** Plain columns, since row-level security keeps an expression's index from being used. */
    searchName: text("search_name").generatedAlwaysAs(sql`lower(name)`),
    searchLast: text("search_last").generatedAlwaysAs(sql`lower(substring(name from '[^ ]+$'))`),
  },
  (t) => [
    primaryKey({ name: "candidate_pkey", columns: [t.orgId, t.id] }),
    uniqueIndex("candidate_email_key")
      .on(t.orgId, t.email)
      .where(sql`not ${t.setAside}`),
    index("candidate_aside_idx")
      .on(t.orgId, t.email)
      .where(sql`${t.setAside}`),
    index("candidate_unsearchable_idx")
      .on(t.orgId, t.id)
      .where(sql`not ${t.searchable}`),
    index("candidate_name_idx").on(t.orgId, t.searchName),
    index("candidate_last_idx").on(t.orgId, t.searchLast),
    check("candidate_email_lower", sql`${t.email} = lower(${t.email})`),
  ],
);

/**
 * What a person can be found by, a row for each, in small letters without accents: their name as a
 * whole, its words, those of their address (for who may see it) and headline, and each word of the
 * name with one letter left out, by which a typing error meets it. Written with the person and gone
 * with them. Equality and ranges on plain columns, since row-level security leaves no other index.
 */
export const candidateTerm = pgTable(
  "candidate_term",
  {
    orgId: orgId(),
    candidateId: uuid("candidate_id").notNull(),
    kind: text("kind").$type<"whole" | "name" | "mail" | "line" | "near">().notNull(),
    term: text("term").notNull(),
    /**
     * See `signatureOf` in `packages/domain/src/candidate/terms.ts`; null for what no other word is
     * asked of, and until the worker has signed what an earlier version wrote down.
     */
    signature: bigint("signature", { mode: "bigint" }),
  },
  (t) => [
    primaryKey({
      name: "candidate_term_pkey",
      columns: [t.orgId, t.candidateId, t.term, t.kind],
    }),
    // The signature at its end, so that it is read with the term.
    index("candidate_term_idx").on(
      t.orgId,
      t.kind,
      t.term,
      t.candidateId.desc().nullsFirst(),
      t.signature,
    ),
    // Everybody has an address.
    index("candidate_term_unsigned_idx")
      .on(t.orgId, t.candidateId)
      .where(sql`${t.kind} = 'mail' and ${t.signature} is null`),
    foreignKey({
      name: "candidate_term_candidate_fkey",
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidate.orgId, candidate.id],
    }),
    check("candidate_term_kind", sql`${t.kind} in ('whole', 'name', 'mail', 'line', 'near')`),
  ],
);

/**
 * A file as it was sent, checked by content; served as an attachment only. It belongs to nobody until
 * an application claims it for its candidate, or evidence for its member.
 */
export const file = pgTable(
  "file",
  {
    orgId: orgId(),
    id: id(),
    candidateId: uuid("candidate_id"),
    memberId: uuid("member_id"),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    bytes: bytea("bytes").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "file_pkey", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "file_candidate_fkey",
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidate.orgId, candidate.id],
    }),
    foreignKey({
      name: "file_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
    index("file_candidate_idx").on(t.orgId, t.candidateId),
    index("file_member_idx").on(t.orgId, t.memberId),
    check("file_owner", sql`${t.candidateId} is null or ${t.memberId} is null`),
    check("file_size", sql`${t.size} between 1 and 10485760`),
  ],
);

/** Why a member keeps away from a candidate (law 7): a referral, a declared relation, or the same person. */
export const relation = pgTable(
  "relation",
  {
    orgId: orgId(),
    candidateId: uuid("candidate_id").notNull(),
    memberId: uuid("member_id").notNull(),
    kind: text("kind").$type<"referral" | "relation" | "self">().notNull(),
    note: text("note").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "relation_pkey", columns: [t.orgId, t.candidateId, t.memberId, t.kind] }),
    foreignKey({
      name: "relation_candidate_fkey",
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidate.orgId, candidate.id],
    }),
    foreignKey({
      name: "relation_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
    check("relation_kind", sql`${t.kind} in ('referral', 'relation', 'self')`),
  ],
);
