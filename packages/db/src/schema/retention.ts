import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { application } from "./application.ts";
import { candidate } from "./candidate.ts";
import { id, instant, orgId } from "./columns.ts";
import { job } from "./job.ts";
import { member } from "./organization.ts";

/**
 * What must stay and no member reads (law 10): the ids of a person, their applications, scorecards
 * and decisions. Row-level security keeps everything that names one of them from `rubric_api`.
 */
export const restriction = pgTable(
  "restriction",
  {
    orgId: orgId(),
    subjectId: uuid("subject_id").notNull(),
    candidateId: uuid("candidate_id").notNull(),
    kind: text("kind").$type<"candidate" | "application" | "part">().notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ name: "restriction_pkey", columns: [t.orgId, t.subjectId] }),
    index("restriction_candidate_idx").on(t.orgId, t.candidateId),
    foreignKey({
      name: "restriction_candidate_fkey",
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidate.orgId, candidate.id],
    }),
    check("restriction_kind", sql`${t.kind} in ('candidate', 'application', 'part')`),
  ],
);

/** Nothing of a person, or of whoever applied to a job, is erased while it stands (law 10). */
export const legalHold = pgTable(
  "legal_hold",
  {
    orgId: orgId(),
    id: id(),
    candidateId: uuid("candidate_id"),
    jobId: uuid("job_id"),
    reason: text("reason").notNull(),
    setBy: uuid("set_by").notNull(),
    setAt: instant("set_at").notNull(),
    liftedBy: uuid("lifted_by"),
    liftedAt: instant("lifted_at"),
    liftedReason: text("lifted_reason"),
  },
  (t) => [
    primaryKey({ name: "legal_hold_pkey", columns: [t.orgId, t.id] }),
    uniqueIndex("legal_hold_candidate_key")
      .on(t.orgId, t.candidateId)
      .where(sql`${t.liftedAt} is null`),
    uniqueIndex("legal_hold_job_key")
      .on(t.orgId, t.jobId)
      .where(sql`${t.liftedAt} is null`),
    foreignKey({
      name: "legal_hold_candidate_fkey",
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidate.orgId, candidate.id],
    }),
    foreignKey({
      name: "legal_hold_job_fkey",
      columns: [t.orgId, t.jobId],
      foreignColumns: [job.orgId, job.id],
    }),
    foreignKey({
      name: "legal_hold_member_fkey",
      columns: [t.orgId, t.setBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check("legal_hold_one", sql`num_nonnulls(${t.candidateId}, ${t.jobId}) = 1`),
    check("legal_hold_lifted", sql`(${t.liftedAt} is null) = (${t.liftedBy} is null)`),
  ],
);

/** That a person agreed to stay in the talent pool: to which words, when, until when (law 10). */
export const poolConsent = pgTable(
  "pool_consent",
  {
    orgId: orgId(),
    id: id(),
    candidateId: uuid("candidate_id").notNull(),
    textVersion: text("text_version").notNull(),
    text: text("text").notNull(),
    givenAt: instant("given_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
    ended: text("ended").$type<"withdrawn" | "expired">(),
  },
  (t) => [
    primaryKey({ name: "pool_consent_pkey", columns: [t.orgId, t.id] }),
    uniqueIndex("pool_consent_open_key")
      .on(t.orgId, t.candidateId)
      .where(sql`${t.endedAt} is null`),
    index("pool_consent_expiry_idx").on(t.orgId, t.endedAt, t.expiresAt),
    foreignKey({
      name: "pool_consent_candidate_fkey",
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidate.orgId, candidate.id],
    }),
    check("pool_consent_ended", sql`(${t.endedAt} is null) = (${t.ended} is null)`),
  ],
);

/** The notice of GDPR 14, sent to someone whose data came from somebody else: as it was worded. */
export const privacyNotice = pgTable(
  "privacy_notice",
  {
    orgId: orgId(),
    applicationId: uuid("application_id").notNull(),
    text: text("text").notNull(),
    /** Null: by the worker. */
    sentBy: uuid("sent_by"),
    mailId: uuid("mail_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ name: "privacy_notice_pkey", columns: [t.orgId, t.applicationId] }),
    foreignKey({
      name: "privacy_notice_application_fkey",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [application.orgId, application.id],
    }),
  ],
);

/** How an organization asks for the talent pool; without a row it does not ask by e-mail. */
export const retentionSettings = pgTable(
  "retention_settings",
  {
    orgId: orgId(),
    askAtRejection: boolean("ask_at_rejection").notNull(),
    poolMonths: integer("pool_months").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "retention_settings_pkey", columns: [t.orgId] }),
    check("retention_settings_months", sql`${t.poolMonths} between 1 and 24`),
  ],
);
