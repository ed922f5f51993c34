import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { application } from "./application.ts";
import { id, instant, minorUnits, orgId } from "./columns.ts";
import { type Rating, scorecard } from "./interview.ts";
import { member } from "./organization.ts";
import { criterion, stage } from "./plan.ts";

/** Ratings as they stood when a decision was taken: scorecard → criterion → rating. */
export type RatingsRecord = {
  scorecardId: string;
  authorId: string;
  criterionId: string;
  rating: Rating | null;
}[];

export const debrief = pgTable(
  "debrief",
  {
    orgId: orgId(),
    id: id(),
    applicationId: uuid("application_id").notNull(),
    stageId: uuid("stage_id").notNull(),
    session: integer("session").notNull(),
    state: text("state").$type<"open" | "closed" | "not_held">().notNull(),
    notes: text("notes").notNull(),
    reason: text("reason"),
    openedBy: uuid("opened_by").notNull(),
    openedAt: instant("opened_at").notNull(),
    closedAt: instant("closed_at"),
  },
  (t) => [
    primaryKey({ name: "debrief_pkey", columns: [t.orgId, t.id] }),
    unique("debrief_session_key").on(t.orgId, t.applicationId, t.stageId, t.session),
    foreignKey({
      name: "debrief_application_fkey",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [application.orgId, application.id],
    }),
    foreignKey({
      name: "debrief_stage_fkey",
      columns: [t.orgId, t.stageId],
      foreignColumns: [stage.orgId, stage.id],
    }),
    check("debrief_state", sql`${t.state} in ('open', 'closed', 'not_held')`),
  ],
);

/** What a rater says after the talk, kept beside what they said before it (law 5). */
export const secondRating = pgTable(
  "second_rating",
  {
    orgId: orgId(),
    debriefId: uuid("debrief_id").notNull(),
    scorecardId: uuid("scorecard_id").notNull(),
    criterionId: uuid("criterion_id").notNull(),
    rating: text("rating").$type<Rating>().notNull(),
    reason: text("reason").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({
      name: "second_rating_pkey",
      columns: [t.orgId, t.debriefId, t.scorecardId, t.criterionId],
    }),
    foreignKey({
      name: "second_rating_debrief_fkey",
      columns: [t.orgId, t.debriefId],
      foreignColumns: [debrief.orgId, debrief.id],
    }),
    foreignKey({
      name: "second_rating_scorecard_fkey",
      columns: [t.orgId, t.scorecardId],
      foreignColumns: [scorecard.orgId, scorecard.id],
    }),
    foreignKey({
      name: "second_rating_criterion_fkey",
      columns: [t.orgId, t.criterionId],
      foreignColumns: [criterion.orgId, criterion.id],
    }),
  ],
);

export const decision = pgTable(
  "decision",
  {
    orgId: orgId(),
    id: id(),
    applicationId: uuid("application_id").notNull(),
    stageId: uuid("stage_id").notNull(),
    kind: text("kind").$type<"advance" | "reject" | "offer">().notNull(),
    state: text("state").$type<"recorded" | "superseded">().notNull(),
    levelKey: text("level_key"),
    reason: text("reason").notNull(),
    requirement: text("requirement"),
    ratingsBefore: jsonb("ratings_before").$type<RatingsRecord>().notNull(),
    ratingsAfter: jsonb("ratings_after").$type<RatingsRecord>().notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
    supersededBy: uuid("superseded_by"),
    reversalReason: text("reversal_reason"),
  },
  (t) => [
    primaryKey({ name: "decision_pkey", columns: [t.orgId, t.id] }),
    uniqueIndex("decision_recorded_key")
      .on(t.orgId, t.applicationId, t.stageId)
      .where(sql`${t.state} = 'recorded'`),
    index("decision_application_idx").on(t.orgId, t.applicationId),
    foreignKey({
      name: "decision_application_fkey",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [application.orgId, application.id],
    }),
    foreignKey({
      name: "decision_stage_fkey",
      columns: [t.orgId, t.stageId],
      foreignColumns: [stage.orgId, stage.id],
    }),
    foreignKey({
      name: "decision_member_fkey",
      columns: [t.orgId, t.decidedBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check("decision_kind", sql`${t.kind} in ('advance', 'reject', 'offer')`),
    check("decision_state", sql`${t.state} in ('recorded', 'superseded')`),
  ],
);

/** The criteria a decision rests on. */
export const decisionGround = pgTable(
  "decision_ground",
  {
    orgId: orgId(),
    decisionId: uuid("decision_id").notNull(),
    criterionId: uuid("criterion_id").notNull(),
  },
  (t) => [
    primaryKey({
      name: "decision_ground_pkey",
      columns: [t.orgId, t.decisionId, t.criterionId],
    }),
    foreignKey({
      name: "decision_ground_decision_fkey",
      columns: [t.orgId, t.decisionId],
      foreignColumns: [decision.orgId, decision.id],
    }),
    foreignKey({
      name: "decision_ground_criterion_fkey",
      columns: [t.orgId, t.criterionId],
      foreignColumns: [criterion.orgId, criterion.id],
    }),
  ],
);

/** Something beside money; its value is that of a year, null where none was put on it. */
export type Benefit = { name: string; valueMinor: number | null };

/** One row per version; at most one version of an application is out at a time. */
export const offer = pgTable(
  "offer",
  {
    orgId: orgId(),
    id: id(),
    applicationId: uuid("application_id").notNull(),
    jobId: uuid("job_id").notNull(),
    number: integer("number").notNull(),
    state: text("state")
      .$type<
        | "draft"
        | "pending"
        | "approved"
        | "sent"
        | "change_asked"
        | "accepted"
        | "declined"
        | "expired"
        | "withdrawn"
        | "superseded"
        | "confirmed"
        | "fell_through"
      >()
      .notNull(),
    stateReason: text("state_reason"),
    levelKey: text("level_key").notNull(),
    /** Which of the job's places the work is in (ISO 3166); null: no one of them. */
    workPlace: text("work_place"),
    amountMinor: minorUnits("amount_minor").notNull(),
    currency: text("currency").notNull(),
    /** Target of the variable pay of a year, also where it was written in percent of the base. */
    variableMinor: minorUnits("variable_minor").notNull().default(0),
    variablePercent: integer("variable_percent"),
    /** In words, and what of it comes in a year; null: not valued. */
    equity: text("equity").notNull().default(""),
    equityMinor: minorUnits("equity_minor"),
    /** Paid once. */
    signingMinor: minorUnits("signing_minor").notNull().default(0),
    benefits: jsonb("benefits").$type<Benefit[]>().notNull().default([]),
    startDate: date("start_date", { mode: "string" }).notNull(),
    expiresAt: instant("expires_at").notNull(),
    conditions: text("conditions").notNull(),
    rangeReason: text("range_reason").notNull(),
    authorId: uuid("author_id").notNull(),
    approverId: uuid("approver_id").notNull(),
    /** How often its approval was asked for; each time by the flow then in force. */
    approvalRound: integer("approval_round").notNull().default(0),
    approvedAt: instant("approved_at"),
    withdrawalAskedBy: uuid("withdrawal_asked_by"),
    withdrawalReason: text("withdrawal_reason"),
    withdrawalApprovedBy: uuid("withdrawal_approved_by"),
    sentAt: instant("sent_at"),
    answeredAt: instant("answered_at"),
    answer: text("answer").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "offer_pkey", columns: [t.orgId, t.id] }),
    unique("offer_number_key").on(t.orgId, t.applicationId, t.number),
    uniqueIndex("offer_out_key")
      .on(t.orgId, t.applicationId)
      .where(sql`${t.state} in ('sent', 'change_asked', 'accepted', 'confirmed')`),
    index("offer_approver_idx").on(t.orgId, t.approverId, t.state),
    index("offer_expiry_idx").on(t.orgId, t.state, t.expiresAt),
    foreignKey({
      name: "offer_application_fkey",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [application.orgId, application.id],
    }),
    foreignKey({
      name: "offer_author_fkey",
      columns: [t.orgId, t.authorId],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "offer_approver_fkey",
      columns: [t.orgId, t.approverId],
      foreignColumns: [member.orgId, member.id],
    }),
    check("offer_two_people", sql`${t.authorId} <> ${t.approverId}`),
    check(
      "offer_withdrawn_by_two",
      sql`${t.state} <> 'withdrawn' or coalesce(${t.withdrawalAskedBy} <> ${t.withdrawalApprovedBy}, false)`,
    ),
    check(
      "offer_state",
      sql`${t.state} in ('draft', 'pending', 'approved', 'sent', 'change_asked', 'accepted', 'declined', 'expired', 'withdrawn', 'superseded', 'confirmed', 'fell_through')`,
    ),
  ],
);
