import { sql } from "drizzle-orm";
import {
  boolean,
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
import { id, instant, minorUnits, orgId } from "./columns.ts";
import { framework } from "./framework.ts";
import { member } from "./organization.ts";
import { requisition } from "./requisition.ts";

/** What recruiter and hiring manager settled before the job was written (FACTS §5, intake). */
export type Intake = {
  tasks: { key: string; by: string[] }[];
  experience: { area: string; text: string }[];
};

export const job = pgTable(
  "job",
  {
    orgId: orgId(),
    id: id(),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    team: text("team").notNull(),
    frameworkId: uuid("framework_id").notNull(),
    levelKey: text("level_key").notNull(),
    employmentType: text("employment_type")
      .$type<"full_time" | "part_time" | "contract" | "internship">()
      .notNull(),
    locations: text("locations").array().notNull(),
    confidential: boolean("confidential").notNull(),
    recruiterDecides: boolean("recruiter_decides").notNull(),
    intake: jsonb("intake").$type<Intake>().notNull(),
    state: text("state").$type<"draft" | "open" | "on_hold" | "closed">().notNull(),
    stateReason: text("state_reason"),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    openedAt: instant("opened_at"),
    closedAt: instant("closed_at"),
  },
  (t) => [
    primaryKey({ name: "job_pkey", columns: [t.orgId, t.id] }),
    unique("job_slug_key").on(t.orgId, t.slug),
    foreignKey({
      name: "job_framework_fkey",
      columns: [t.orgId, t.frameworkId],
      foreignColumns: [framework.orgId, framework.id],
    }),
    foreignKey({
      name: "job_author_fkey",
      columns: [t.orgId, t.createdBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check("job_state", sql`${t.state} in ('draft', 'open', 'on_hold', 'closed')`),
  ],
);

export const hiringTeam = pgTable(
  "hiring_team",
  {
    orgId: orgId(),
    jobId: uuid("job_id").notNull(),
    memberId: uuid("member_id").notNull(),
    duty: text("duty")
      .$type<"recruiter" | "hiring_manager" | "substitute" | "coordinator" | "interviewer">()
      .notNull(),
    /** Since when the duty counts without a break; null: since before that was kept. */
    since: instant("since"),
  },
  (t) => [
    primaryKey({ name: "hiring_team_pkey", columns: [t.orgId, t.jobId, t.memberId, t.duty] }),
    foreignKey({
      name: "hiring_team_job_fkey",
      columns: [t.orgId, t.jobId],
      foreignColumns: [job.orgId, job.id],
    }),
    foreignKey({
      name: "hiring_team_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
    index("hiring_team_member_idx").on(t.orgId, t.memberId),
    check(
      "hiring_team_duty",
      sql`${t.duty} in ('recruiter', 'hiring_manager', 'substitute', 'coordinator', 'interviewer')`,
    ),
  ],
);

/** A time in which a member held a duty that was ended since: what they could read stays known. */
export const pastDuty = pgTable(
  "past_duty",
  {
    orgId: orgId(),
    id: id(),
    jobId: uuid("job_id").notNull(),
    memberId: uuid("member_id").notNull(),
    duty: text("duty").$type<typeof hiringTeam.$inferSelect.duty>().notNull(),
    since: instant("since"),
    until: instant("until").notNull(),
  },
  (t) => [
    primaryKey({ name: "past_duty_pkey", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "past_duty_job_fkey",
      columns: [t.orgId, t.jobId],
      foreignColumns: [job.orgId, job.id],
    }),
    foreignKey({
      name: "past_duty_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
    index("past_duty_member_idx").on(t.orgId, t.memberId),
    check(
      "past_duty_duty",
      sql`${t.duty} in ('recruiter', 'hiring_manager', 'substitute', 'coordinator', 'interviewer')`,
    ),
  ],
);

export const opening = pgTable(
  "opening",
  {
    orgId: orgId(),
    id: id(),
    jobId: uuid("job_id").notNull(),
    number: integer("number").notNull(),
    state: text("state").$type<"open" | "reserved" | "filled" | "closed">().notNull(),
    offerId: uuid("offer_id"),
    /** The requisition that it comes from; null: none was required. */
    requisitionId: uuid("requisition_id"),
    closeReason: text("close_reason"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "opening_pkey", columns: [t.orgId, t.id] }),
    unique("opening_number_key").on(t.orgId, t.jobId, t.number),
    unique("opening_offer_key").on(t.orgId, t.offerId),
    index("opening_requisition_idx").on(t.orgId, t.requisitionId),
    foreignKey({
      name: "opening_job_fkey",
      columns: [t.orgId, t.jobId],
      foreignColumns: [job.orgId, job.id],
    }),
    foreignKey({
      name: "opening_requisition_fkey",
      columns: [t.orgId, t.requisitionId],
      foreignColumns: [requisition.orgId, requisition.id],
    }),
    check("opening_state", sql`${t.state} in ('open', 'reserved', 'filled', 'closed')`),
    check(
      "opening_held_by_offer",
      sql`(${t.state} in ('reserved', 'filled')) = (${t.offerId} is not null)`,
    ),
  ],
);

/** What a post says because a region asks for it. */
export type PostStatements = {
  benefits: string;
  otherPay: string;
  howToApply: string;
  usesAi: boolean | null;
  aiStatement: string;
  vacancy: "existing" | "future" | null;
  regionalPay: { region: string; minMinor: number; maxMinor: number; currency: string }[];
};

/** One row per version; the newest published one is what the public reads. */
export const jobPost = pgTable(
  "job_post",
  {
    orgId: orgId(),
    id: id(),
    jobId: uuid("job_id").notNull(),
    number: integer("number").notNull(),
    state: text("state").$type<"draft" | "published" | "unpublished">().notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    payMinMinor: minorUnits("pay_min_minor"),
    payMaxMinor: minorUnits("pay_max_minor"),
    payCurrency: text("pay_currency"),
    locations: text("locations").array().notNull(),
    workplace: text("workplace").$type<"onsite" | "hybrid" | "remote">().notNull(),
    closingDate: date("closing_date", { mode: "string" }),
    privacyNotice: text("privacy_notice").notNull(),
    /** What its privacy notice adds on interview ratings as a growth baseline; null: nothing. */
    baselineNotice: text("baseline_notice"),
    questions: jsonb("questions")
      .$type<{ key: string; text: string; required: boolean; eligibility?: boolean }[]>()
      .notNull(),
    /** Null: from before a post said such things. */
    statements: jsonb("statements").$type<PostStatements>(),
    createdAt: instant("created_at").notNull(),
    publishedAt: instant("published_at"),
    publishedBy: uuid("published_by"),
    unpublishedAt: instant("unpublished_at"),
    unpublishedReason: text("unpublished_reason"),
  },
  (t) => [
    primaryKey({ name: "job_post_pkey", columns: [t.orgId, t.id] }),
    unique("job_post_number_key").on(t.orgId, t.jobId, t.number),
    uniqueIndex("job_post_draft_key")
      .on(t.orgId, t.jobId)
      .where(sql`${t.state} = 'draft'`),
    uniqueIndex("job_post_published_key")
      .on(t.orgId, t.jobId)
      .where(sql`${t.state} = 'published'`),
    foreignKey({
      name: "job_post_job_fkey",
      columns: [t.orgId, t.jobId],
      foreignColumns: [job.orgId, job.id],
    }),
    check("job_post_state", sql`${t.state} in ('draft', 'published', 'unpublished')`),
    check("job_post_range", sql`${t.payMinMinor} <= ${t.payMaxMinor}`),
  ],
);
