import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, orgId } from "./columns.ts";
import { competency, frameworkLevel, frameworkVersion, question } from "./framework.ts";
import { job } from "./job.ts";
import { member } from "./organization.ts";

/** A version of a job's rubric and interview plan; applications are pinned to one (law 6). */
export const plan = pgTable(
  "plan",
  {
    orgId: orgId(),
    id: id(),
    jobId: uuid("job_id").notNull(),
    number: integer("number").notNull(),
    frameworkVersionId: uuid("framework_version_id").notNull(),
    state: text("state").$type<"draft" | "current" | "past">().notNull(),
    createdAt: instant("created_at").notNull(),
    currentSince: instant("current_since"),
  },
  (t) => [
    primaryKey({ name: "plan_pkey", columns: [t.orgId, t.id] }),
    unique("plan_number_key").on(t.orgId, t.jobId, t.number),
    uniqueIndex("plan_current_key")
      .on(t.orgId, t.jobId)
      .where(sql`${t.state} = 'current'`),
    uniqueIndex("plan_draft_key")
      .on(t.orgId, t.jobId)
      .where(sql`${t.state} = 'draft'`),
    foreignKey({
      name: "plan_job_fkey",
      columns: [t.orgId, t.jobId],
      foreignColumns: [job.orgId, job.id],
    }),
    foreignKey({
      name: "plan_framework_version_fkey",
      columns: [t.orgId, t.frameworkVersionId],
      foreignColumns: [frameworkVersion.orgId, frameworkVersion.id],
    }),
    check("plan_state", sql`${t.state} in ('draft', 'current', 'past')`),
  ],
);

/** A request to move the pinned applications of a job to its current plan; a second person does it (law 6). */
export const planMove = pgTable(
  "plan_move",
  {
    orgId: orgId(),
    id: id(),
    jobId: uuid("job_id").notNull(),
    planId: uuid("plan_id").notNull(),
    state: text("state").$type<"asked" | "done" | "dropped">().notNull(),
    reason: text("reason").notNull(),
    askedBy: uuid("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
    doneBy: uuid("done_by"),
    doneAt: instant("done_at"),
    moved: integer("moved"),
  },
  (t) => [
    primaryKey({ name: "plan_move_pkey", columns: [t.orgId, t.id] }),
    uniqueIndex("plan_move_asked_key")
      .on(t.orgId, t.jobId)
      .where(sql`${t.state} = 'asked'`),
    foreignKey({
      name: "plan_move_job_fkey",
      columns: [t.orgId, t.jobId],
      foreignColumns: [job.orgId, job.id],
    }),
    foreignKey({
      name: "plan_move_plan_fkey",
      columns: [t.orgId, t.planId],
      foreignColumns: [plan.orgId, plan.id],
    }),
    foreignKey({
      name: "plan_move_author_fkey",
      columns: [t.orgId, t.askedBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check("plan_move_state", sql`${t.state} in ('asked', 'done', 'dropped')`),
    check("plan_move_two_people", sql`${t.doneBy} <> ${t.askedBy}`),
  ],
);

export const criterion = pgTable(
  "criterion",
  {
    orgId: orgId(),
    id: id(),
    planId: uuid("plan_id").notNull(),
    competencyId: uuid("competency_id").notNull(),
    expectedLevelId: uuid("expected_level_id").notNull(),
    weight: integer("weight").notNull(),
    required: boolean("required").notNull(),
    position: integer("position").notNull(),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason"),
  },
  (t) => [
    primaryKey({ name: "criterion_pkey", columns: [t.orgId, t.id] }),
    unique("criterion_competency_key").on(t.orgId, t.planId, t.competencyId),
    foreignKey({
      name: "criterion_plan_fkey",
      columns: [t.orgId, t.planId],
      foreignColumns: [plan.orgId, plan.id],
    }),
    foreignKey({
      name: "criterion_competency_fkey",
      columns: [t.orgId, t.competencyId],
      foreignColumns: [competency.orgId, competency.id],
    }),
    foreignKey({
      name: "criterion_level_fkey",
      columns: [t.orgId, t.expectedLevelId],
      foreignColumns: [frameworkLevel.orgId, frameworkLevel.id],
    }),
    check("criterion_weight", sql`${t.weight} between 1 and 5`),
  ],
);

/** `key` stays the same from one plan version to the next, so that applications keep their stage. */
export const stage = pgTable(
  "stage",
  {
    orgId: orgId(),
    id: id(),
    planId: uuid("plan_id").notNull(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    kind: text("kind").$type<"review" | "interview" | "offer">().notNull(),
    position: integer("position").notNull(),
    assesses: text("assesses").notNull(),
    tip: text("tip").notNull(),
    debrief: boolean("debrief").notNull(),
    answerDays: integer("answer_days").notNull(),
  },
  (t) => [
    primaryKey({ name: "stage_pkey", columns: [t.orgId, t.id] }),
    unique("stage_key_key").on(t.orgId, t.planId, t.key),
    unique("stage_position_key").on(t.orgId, t.planId, t.position),
    foreignKey({
      name: "stage_plan_fkey",
      columns: [t.orgId, t.planId],
      foreignColumns: [plan.orgId, plan.id],
    }),
    check("stage_kind", sql`${t.kind} in ('review', 'interview', 'offer')`),
  ],
);

export const planInterview = pgTable(
  "plan_interview",
  {
    orgId: orgId(),
    id: id(),
    stageId: uuid("stage_id").notNull(),
    name: text("name").notNull(),
    kind: text("kind").$type<"interview" | "take_home" | "reference_check">().notNull(),
    minutes: integer("minutes").notNull(),
    position: integer("position").notNull(),
    instructions: text("instructions").notNull(),
  },
  (t) => [
    primaryKey({ name: "plan_interview_pkey", columns: [t.orgId, t.id] }),
    unique("plan_interview_position_key").on(t.orgId, t.stageId, t.position),
    foreignKey({
      name: "plan_interview_stage_fkey",
      columns: [t.orgId, t.stageId],
      foreignColumns: [stage.orgId, stage.id],
    }),
    check("plan_interview_kind", sql`${t.kind} in ('interview', 'take_home', 'reference_check')`),
    check("plan_interview_minutes", sql`${t.minutes} between 5 and 480`),
  ],
);

export const kitCriterion = pgTable(
  "kit_criterion",
  {
    orgId: orgId(),
    planInterviewId: uuid("plan_interview_id").notNull(),
    criterionId: uuid("criterion_id").notNull(),
    position: integer("position").notNull(),
  },
  (t) => [
    primaryKey({
      name: "kit_criterion_pkey",
      columns: [t.orgId, t.planInterviewId, t.criterionId],
    }),
    foreignKey({
      name: "kit_criterion_interview_fkey",
      columns: [t.orgId, t.planInterviewId],
      foreignColumns: [planInterview.orgId, planInterview.id],
    }),
    foreignKey({
      name: "kit_criterion_criterion_fkey",
      columns: [t.orgId, t.criterionId],
      foreignColumns: [criterion.orgId, criterion.id],
    }),
  ],
);

export const kitQuestion = pgTable(
  "kit_question",
  {
    orgId: orgId(),
    planInterviewId: uuid("plan_interview_id").notNull(),
    questionId: uuid("question_id").notNull(),
    position: integer("position").notNull(),
  },
  (t) => [
    primaryKey({ name: "kit_question_pkey", columns: [t.orgId, t.planInterviewId, t.questionId] }),
    foreignKey({
      name: "kit_question_interview_fkey",
      columns: [t.orgId, t.planInterviewId],
      foreignColumns: [planInterview.orgId, planInterview.id],
    }),
    foreignKey({
      name: "kit_question_question_fkey",
      columns: [t.orgId, t.questionId],
      foreignColumns: [question.orgId, question.id],
    }),
  ],
);
