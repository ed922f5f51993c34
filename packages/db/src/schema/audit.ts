import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, orgId } from "./columns.ts";

/** The head of each chain; locked last in a transaction, for the commit only (law 13). */
export const auditChain = pgTable(
  "audit_chain",
  {
    orgId: orgId(),
    sequence: bigint("sequence", { mode: "number" }).notNull(),
    at: instant("at").notNull(),
    hash: text("hash").notNull(),
    previousHash: text("previous_hash").notNull(),
  },
  (t) => [primaryKey({ name: "audit_chain_pkey", columns: [t.orgId] })],
);

export const auditEntry = pgTable(
  "audit_entry",
  {
    orgId: orgId(),
    sequence: bigint("sequence", { mode: "number" }).notNull(),
    id: id(),
    at: instant("at").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id").notNull(),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    ip: text("ip").notNull(),
    requestId: text("request_id").notNull(),
    detailDigest: text("detail_digest").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    primaryKey({ name: "audit_entry_pkey", columns: [t.orgId, t.sequence] }),
    unique("audit_entry_id_key").on(t.orgId, t.id),
    index("audit_entry_subject_idx").on(t.orgId, t.subjectId, t.sequence),
    index("audit_entry_action_idx").on(t.orgId, t.action, t.sequence),
    index("audit_entry_at_idx").on(t.orgId, t.at),
    index("audit_entry_actor_idx").on(t.orgId, t.actorId, t.sequence),
  ],
);

/** Before and after, secrets out. The chain covers a salted digest of it, so it can be emptied. */
export const auditDetail = pgTable(
  "audit_detail",
  {
    orgId: orgId(),
    entryId: uuid("entry_id").notNull(),
    salt: text("salt").notNull(),
    details: jsonb("details").$type<Record<string, unknown>>(),
    candidateId: uuid("candidate_id"),
    sealedApplicationId: uuid("sealed_application_id"),
    sealedStageId: uuid("sealed_stage_id"),
    erasedAt: instant("erased_at"),
    erasedReason: text("erased_reason"),
    /** Whether it holds what was judged by policy, so that a draft can be tried on it. */
    judged: boolean("judged").generatedAlwaysAs(sql`coalesce(details ? 'judged', false)`),
  },
  (t) => [
    primaryKey({ name: "audit_detail_pkey", columns: [t.orgId, t.entryId] }),
    index("audit_detail_candidate_idx").on(t.orgId, t.candidateId),
    index("audit_detail_judged_idx")
      .on(t.orgId, t.entryId)
      .where(sql`judged`),
  ],
);

/** A command's answer, kept 24 h under the key its caller made (law 14). */
export const idempotency = pgTable(
  "idempotency",
  {
    orgId: orgId(),
    actorId: text("actor_id").notNull(),
    procedure: text("procedure").notNull(),
    key: text("key").notNull(),
    payloadHash: text("payload_hash").notNull(),
    answer: jsonb("answer").$type<unknown>(),
    candidateId: uuid("candidate_id"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({
      name: "idempotency_pkey",
      columns: [t.orgId, t.actorId, t.procedure, t.key],
    }),
    index("idempotency_age_idx").on(t.orgId, t.createdAt),
  ],
);

/** Why a person is to be erased, and what became of it; `waiting` while something must stay (law 10). */
export const erasure = pgTable(
  "erasure",
  {
    orgId: orgId(),
    id: id(),
    candidateId: uuid("candidate_id").notNull(),
    state: text("state").$type<"asked" | "running" | "waiting" | "done">().notNull(),
    askedBy: text("asked_by").$type<"candidate" | "admin" | "rule">().notNull(),
    createdAt: instant("created_at").notNull(),
    doneAt: instant("done_at"),
  },
  (t) => [
    primaryKey({ name: "erasure_pkey", columns: [t.orgId, t.id] }),
    index("erasure_candidate_idx").on(t.orgId, t.candidateId),
  ],
);
