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
import { application } from "./application.ts";
import { id, instant, orgId } from "./columns.ts";
import { member } from "./organization.ts";
import { criterion, planInterview, stage } from "./plan.ts";

export type Rating = "definitely_not" | "no" | "mixed" | "yes" | "strong_yes";
export type Recommendation = Exclude<Rating, "mixed">;

/** What an interviewer has typed so far; kept with each keystroke, judged at submission. */
export type ScorecardDraft = {
  ratings: {
    criterionId: string;
    rating: Rating | null;
    notAssessedReason: string;
    evidence: string;
  }[];
  notes: { questionId: string; text: string }[];
  recommendation: Recommendation | null;
  summary: string;
};

/** Who would hold an interview, and for how long, if the candidate takes one of the proposed times. */
export type InterviewProposal = {
  minutes: number;
  seats: { memberId: string; shadow: boolean }[];
};

export const interview = pgTable(
  "interview",
  {
    orgId: orgId(),
    id: id(),
    applicationId: uuid("application_id").notNull(),
    stageId: uuid("stage_id").notNull(),
    planInterviewId: uuid("plan_interview_id").notNull(),
    state: text("state")
      .$type<"planned" | "proposed" | "scheduled" | "held" | "absent" | "cancelled">()
      .notNull(),
    stateReason: text("state_reason"),
    absentSide: text("absent_side").$type<"candidate" | "interviewer">(),
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
    place: text("place").notNull(),
    focus: text("focus").notNull(),
    extra: boolean("extra").notNull(),
    sequence: integer("sequence").notNull(),
    proposedTimes: jsonb("proposed_times").$type<string[]>().notNull(),
    proposal: jsonb("proposal").$type<InterviewProposal>(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "interview_pkey", columns: [t.orgId, t.id] }),
    index("interview_application_idx").on(t.orgId, t.applicationId, t.stageId),
    index("interview_start_idx").on(t.orgId, t.startsAt),
    foreignKey({
      name: "interview_application_fkey",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [application.orgId, application.id],
    }),
    foreignKey({
      name: "interview_stage_fkey",
      columns: [t.orgId, t.stageId],
      foreignColumns: [stage.orgId, stage.id],
    }),
    foreignKey({
      name: "interview_plan_interview_fkey",
      columns: [t.orgId, t.planInterviewId],
      foreignColumns: [planInterview.orgId, planInterview.id],
    }),
    check(
      "interview_state",
      sql`${t.state} in ('planned', 'proposed', 'scheduled', 'held', 'absent', 'cancelled')`,
    ),
    check(
      "interview_times",
      sql`${t.state} not in ('scheduled', 'held') or (${t.startsAt} < ${t.endsAt})`,
    ),
  ],
);

export const scorecard = pgTable(
  "scorecard",
  {
    orgId: orgId(),
    id: id(),
    interviewId: uuid("interview_id").notNull(),
    applicationId: uuid("application_id").notNull(),
    stageId: uuid("stage_id").notNull(),
    authorId: uuid("author_id").notNull(),
    shadow: boolean("shadow").notNull(),
    state: text("state")
      .$type<"assigned" | "draft" | "submitted" | "excused" | "void" | "struck">()
      .notNull(),
    draft: jsonb("draft").$type<ScorecardDraft>(),
    draftRevision: integer("draft_revision").notNull(),
    draftSavedAt: instant("draft_saved_at"),
    version: integer("version").notNull(),
    countsToQuorum: boolean("counts_to_quorum").notNull(),
    assignedAt: instant("assigned_at").notNull(),
    submittedAt: instant("submitted_at"),
    excusedReason: text("excused_reason"),
    excusedBy: uuid("excused_by"),
    /** When its author could first read what another wrote of this candidate (laws 1 and 3). */
    authorReadAt: instant("author_read_at"),
    remindedAt: instant("reminded_at"),
  },
  (t) => [
    primaryKey({ name: "scorecard_pkey", columns: [t.orgId, t.id] }),
    uniqueIndex("scorecard_author_key")
      .on(t.orgId, t.interviewId, t.authorId)
      .where(sql`${t.state} <> 'void'`),
    index("scorecard_interview_idx").on(t.orgId, t.interviewId),
    index("scorecard_owed_idx").on(t.orgId, t.authorId, t.state),
    index("scorecard_stage_idx").on(t.orgId, t.applicationId, t.stageId),
    foreignKey({
      name: "scorecard_interview_fkey",
      columns: [t.orgId, t.interviewId],
      foreignColumns: [interview.orgId, interview.id],
    }),
    foreignKey({
      name: "scorecard_application_fkey",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [application.orgId, application.id],
    }),
    foreignKey({
      name: "scorecard_author_fkey",
      columns: [t.orgId, t.authorId],
      foreignColumns: [member.orgId, member.id],
    }),
    check(
      "scorecard_state",
      sql`${t.state} in ('assigned', 'draft', 'submitted', 'excused', 'void', 'struck')`,
    ),
  ],
);

/** What was submitted; a correction is the next number, with a reason (law 3). */
export const scorecardVersion = pgTable(
  "scorecard_version",
  {
    orgId: orgId(),
    scorecardId: uuid("scorecard_id").notNull(),
    number: integer("number").notNull(),
    recommendation: text("recommendation").$type<Recommendation>(),
    summary: text("summary").notNull(),
    reason: text("reason"),
    submittedAt: instant("submitted_at").notNull(),
    /** Whether its author could read another's judgement when submitting it. */
    afterReading: boolean("after_reading").notNull(),
    /** Names of the stages whose scorecards its author could read by then (law 1). */
    readStages: text("read_stages")
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    struckAt: instant("struck_at"),
    struckBy: uuid("struck_by"),
    struckReason: text("struck_reason"),
  },
  (t) => [
    primaryKey({ name: "scorecard_version_pkey", columns: [t.orgId, t.scorecardId, t.number] }),
    foreignKey({
      name: "scorecard_version_scorecard_fkey",
      columns: [t.orgId, t.scorecardId],
      foreignColumns: [scorecard.orgId, scorecard.id],
    }),
  ],
);

export const scorecardRating = pgTable(
  "scorecard_rating",
  {
    orgId: orgId(),
    scorecardId: uuid("scorecard_id").notNull(),
    number: integer("number").notNull(),
    criterionId: uuid("criterion_id").notNull(),
    rating: text("rating").$type<Rating>(),
    notAssessedReason: text("not_assessed_reason").notNull(),
    evidence: text("evidence").notNull(),
  },
  (t) => [
    primaryKey({
      name: "scorecard_rating_pkey",
      columns: [t.orgId, t.scorecardId, t.number, t.criterionId],
    }),
    foreignKey({
      name: "scorecard_rating_version_fkey",
      columns: [t.orgId, t.scorecardId, t.number],
      foreignColumns: [
        scorecardVersion.orgId,
        scorecardVersion.scorecardId,
        scorecardVersion.number,
      ],
    }),
    foreignKey({
      name: "scorecard_rating_criterion_fkey",
      columns: [t.orgId, t.criterionId],
      foreignColumns: [criterion.orgId, criterion.id],
    }),
  ],
);

export const scorecardNote = pgTable(
  "scorecard_note",
  {
    orgId: orgId(),
    scorecardId: uuid("scorecard_id").notNull(),
    number: integer("number").notNull(),
    questionId: uuid("question_id").notNull(),
    text: text("text").notNull(),
  },
  (t) => [
    primaryKey({
      name: "scorecard_note_pkey",
      columns: [t.orgId, t.scorecardId, t.number, t.questionId],
    }),
    foreignKey({
      name: "scorecard_note_version_fkey",
      columns: [t.orgId, t.scorecardId, t.number],
      foreignColumns: [
        scorecardVersion.orgId,
        scorecardVersion.scorecardId,
        scorecardVersion.number,
      ],
    }),
  ],
);

/** Someone read sealed scorecards, with a reason; it stays on each scorecard read (law 1). */
export const breakGlass = pgTable(
  "break_glass",
  {
    orgId: orgId(),
    id: id(),
    applicationId: uuid("application_id").notNull(),
    stageId: uuid("stage_id").notNull(),
    memberId: uuid("member_id").notNull(),
    reason: text("reason").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ name: "break_glass_pkey", columns: [t.orgId, t.id] }),
    index("break_glass_application_idx").on(t.orgId, t.applicationId, t.stageId),
    foreignKey({
      name: "break_glass_application_fkey",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [application.orgId, application.id],
    }),
    foreignKey({
      name: "break_glass_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
  ],
);
