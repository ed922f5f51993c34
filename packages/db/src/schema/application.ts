import { sql } from "drizzle-orm";
import {
  boolean,
  check,
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
import { candidate, file } from "./candidate.ts";
import { id, instant, minorUnits, orgId } from "./columns.ts";
import { job, jobPost } from "./job.ts";
import { member } from "./organization.ts";
import { plan, stage } from "./plan.ts";

export const application = pgTable(
  "application",
  {
    orgId: orgId(),
    id: id(),
    candidateId: uuid("candidate_id").notNull(),
    jobId: uuid("job_id").notNull(),
    planId: uuid("plan_id").notNull(),
    stageId: uuid("stage_id").notNull(),
    pinnedAt: instant("pinned_at"),
    state: text("state")
      .$type<"active" | "on_hold" | "rejected" | "withdrawn" | "transferred" | "hired">()
      .notNull(),
    stateReason: text("state_reason"),
    source: text("source").$type<"applied" | "added" | "referred" | "transferred">().notNull(),
    referredBy: uuid("referred_by"),
    postId: uuid("post_id"),
    cvFileId: uuid("cv_file_id"),
    transferredFrom: uuid("transferred_from"),
    /** `eligibility`: the post said that this answer decides whether one can be considered at all. */
    answers: jsonb("answers")
      .$type<{ key: string; text: string; answer: string; eligibility?: boolean }[]>()
      .notNull(),
    nextWordAt: instant("next_word_at"),
    createdAt: instant("created_at").notNull(),
    /** When a link sent to its address was first opened: until then anyone may have written it. */
    provenAt: instant("proven_at"),
    enteredStageAt: instant("entered_stage_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ name: "application_pkey", columns: [t.orgId, t.id] }),
    uniqueIndex("application_active_key")
      .on(t.orgId, t.candidateId, t.jobId)
      .where(sql`${t.state} in ('active', 'on_hold')`),
    index("application_job_idx").on(t.orgId, t.jobId, t.state, t.stageId, t.enteredStageAt, t.id),
    index("application_waiting_idx").on(t.orgId, t.jobId, t.state, t.enteredStageAt, t.id),
    index("application_person_idx").on(t.orgId, t.jobId, t.candidateId),
    index("application_candidate_idx").on(t.orgId, t.candidateId),
    foreignKey({
      name: "application_candidate_fkey",
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidate.orgId, candidate.id],
    }),
    foreignKey({
      name: "application_job_fkey",
      columns: [t.orgId, t.jobId],
      foreignColumns: [job.orgId, job.id],
    }),
    foreignKey({
      name: "application_plan_fkey",
      columns: [t.orgId, t.planId],
      foreignColumns: [plan.orgId, plan.id],
    }),
    foreignKey({
      name: "application_stage_fkey",
      columns: [t.orgId, t.stageId],
      foreignColumns: [stage.orgId, stage.id],
    }),
    foreignKey({
      name: "application_post_fkey",
      columns: [t.orgId, t.postId],
      foreignColumns: [jobPost.orgId, jobPost.id],
    }),
    foreignKey({
      name: "application_cv_fkey",
      columns: [t.orgId, t.cvFileId],
      foreignColumns: [file.orgId, file.id],
    }),
    foreignKey({
      name: "application_referrer_fkey",
      columns: [t.orgId, t.referredBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check(
      "application_state",
      sql`${t.state} in ('active', 'on_hold', 'rejected', 'withdrawn', 'transferred', 'hired')`,
    ),
  ],
);

/** One visit of an application to a stage of its plan, with what was changed about its quorum. */
export const applicationStage = pgTable(
  "application_stage",
  {
    orgId: orgId(),
    applicationId: uuid("application_id").notNull(),
    stageId: uuid("stage_id").notNull(),
    enteredAt: instant("entered_at").notNull(),
    decidedAt: instant("decided_at"),
    openedAt: instant("opened_at"),
    quorumLoweredTo: integer("quorum_lowered_to"),
    quorumReason: text("quorum_reason"),
    quorumBy: uuid("quorum_by"),
  },
  (t) => [
    primaryKey({ name: "application_stage_pkey", columns: [t.orgId, t.applicationId, t.stageId] }),
    foreignKey({
      name: "application_stage_application_fkey",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [application.orgId, application.id],
    }),
    foreignKey({
      name: "application_stage_stage_fkey",
      columns: [t.orgId, t.stageId],
      foreignColumns: [stage.orgId, stage.id],
    }),
  ],
);

/** A line of the timeline; `sealed` lines judge the candidate and obey law 1. */
export const applicationEvent = pgTable(
  "application_event",
  {
    orgId: orgId(),
    id: id(),
    applicationId: uuid("application_id").notNull(),
    at: instant("at").notNull(),
    kind: text("kind").notNull(),
    memberId: uuid("member_id"),
    sealed: boolean("sealed").notNull(),
    facts: jsonb("facts").$type<Record<string, string | number | null>>().notNull(),
  },
  (t) => [
    primaryKey({ name: "application_event_pkey", columns: [t.orgId, t.id] }),
    index("application_event_idx").on(t.orgId, t.applicationId, t.at),
    foreignKey({
      name: "application_event_application_fkey",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [application.orgId, application.id],
    }),
  ],
);

export const note = pgTable(
  "note",
  {
    orgId: orgId(),
    id: id(),
    applicationId: uuid("application_id").notNull(),
    stageId: uuid("stage_id").notNull(),
    authorId: uuid("author_id").notNull(),
    kind: text("kind").$type<"logistics" | "assessment">().notNull(),
    text: text("text").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "note_pkey", columns: [t.orgId, t.id] }),
    index("note_application_idx").on(t.orgId, t.applicationId, t.createdAt),
    foreignKey({
      name: "note_application_fkey",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [application.orgId, application.id],
    }),
    foreignKey({
      name: "note_author_fkey",
      columns: [t.orgId, t.authorId],
      foreignColumns: [member.orgId, member.id],
    }),
    check("note_kind", sql`${t.kind} in ('logistics', 'assessment')`),
  ],
);

/** Which pay range was shown to whom, when and how (law 8). */
export const disclosure = pgTable(
  "disclosure",
  {
    orgId: orgId(),
    id: id(),
    applicationId: uuid("application_id").notNull(),
    how: text("how").$type<"post" | "invitation" | "offer">().notNull(),
    /** The region that the range is of (ISO 3166); null: the post's own, or an offer's amount. */
    region: text("region"),
    payMinMinor: minorUnits("pay_min_minor").notNull(),
    payMaxMinor: minorUnits("pay_max_minor").notNull(),
    payCurrency: text("pay_currency").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ name: "disclosure_pkey", columns: [t.orgId, t.id] }),
    index("disclosure_application_idx").on(t.orgId, t.applicationId, t.at),
    foreignKey({
      name: "disclosure_application_fkey",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [application.orgId, application.id],
    }),
  ],
);

/** What a candidate asked to be arranged; `asked` is for the recruiter alone (law 17). */
export const adjustment = pgTable(
  "adjustment",
  {
    orgId: orgId(),
    id: id(),
    applicationId: uuid("application_id").notNull(),
    asked: text("asked").notNull(),
    effect: text("effect").notNull(),
    createdAt: instant("created_at").notNull(),
    answeredAt: instant("answered_at"),
    answeredBy: uuid("answered_by"),
  },
  (t) => [
    primaryKey({ name: "adjustment_pkey", columns: [t.orgId, t.id] }),
    index("adjustment_application_idx").on(t.orgId, t.applicationId),
    foreignKey({
      name: "adjustment_application_fkey",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [application.orgId, application.id],
    }),
  ],
);

export const deviation = pgTable(
  "deviation",
  {
    orgId: orgId(),
    id: id(),
    applicationId: uuid("application_id").notNull(),
    kind: text("kind").$type<"skip" | "back" | "extra_interview" | "level">().notNull(),
    reason: text("reason").notNull(),
    memberId: uuid("member_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ name: "deviation_pkey", columns: [t.orgId, t.id] }),
    index("deviation_application_idx").on(t.orgId, t.applicationId),
    foreignKey({
      name: "deviation_application_fkey",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [application.orgId, application.id],
    }),
    check("deviation_kind", sql`${t.kind} in ('skip', 'back', 'extra_interview', 'level')`),
  ],
);
