import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { application } from "./application.ts";
import { candidate } from "./candidate.ts";
import { id, instant, orgId } from "./columns.ts";
import { job } from "./job.ts";
import { member } from "./organization.ts";

/** What set a deadline: a law's rule, the organization's policy, or a promise to the candidate. */
export type DeadlineSource = {
  by: "law" | "policy" | "promise";
  region: string | null;
  /** The rule, or the row of the region's pack. */
  rule: string;
  sentence: string;
  source: string;
  dueAt: string;
};

/** What is owed to someone by a day, by whom (law 11). */
export const deadline = pgTable(
  "deadline",
  {
    orgId: orgId(),
    id: id(),
    kind: text("kind").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** What it counts from; with kind and subject it makes a deadline one. */
    origin: text("origin").notNull(),
    jobId: uuid("job_id"),
    applicationId: uuid("application_id"),
    candidateId: uuid("candidate_id"),
    /** What was written by hand: its title, and how it was met. */
    title: text("title").notNull(),
    note: text("note").notNull(),
    setBy: jsonb("set_by").$type<DeadlineSource[]>().notNull(),
    startsAt: instant("starts_at").notNull(),
    dueAt: instant("due_at").notNull(),
    ownerId: uuid("owner_id"),
    standInId: uuid("stand_in_id"),
    /** Given to its owner by hand: it stays with them whatever the team becomes. */
    reassignedBy: uuid("reassigned_by"),
    reassignReason: text("reassign_reason").notNull(),
    state: text("state").$type<"open" | "done" | "late" | "void">().notNull(),
    doneAt: instant("done_at"),
    doneBy: uuid("done_by"),
    /** Who wrote it down, where no command began it. */
    recordedBy: uuid("recorded_by"),
    /** When somebody is reminded of it next; null: of this one not any more. */
    remindAt: instant("remind_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "deadline_pkey", columns: [t.orgId, t.id] }),
    unique("deadline_origin_key").on(t.orgId, t.kind, t.subjectId, t.origin),
    uniqueIndex("deadline_open_key")
      .on(t.orgId, t.kind, t.subjectId)
      .where(sql`${t.state} = 'open' and ${t.recordedBy} is null`),
    index("deadline_due_idx").on(t.orgId, t.state, t.dueAt, t.id),
    index("deadline_owner_idx").on(t.orgId, t.ownerId, t.state, t.dueAt, t.id),
    index("deadline_stand_in_idx").on(t.orgId, t.standInId, t.state, t.dueAt, t.id),
    index("deadline_job_idx").on(t.orgId, t.jobId, t.state, t.dueAt, t.id),
    index("deadline_application_idx").on(t.orgId, t.applicationId),
    index("deadline_candidate_idx").on(t.orgId, t.candidateId),
    index("deadline_remind_idx")
      .on(t.orgId, t.remindAt)
      .where(sql`${t.state} = 'open'`),
    foreignKey({
      name: "deadline_job_fkey",
      columns: [t.orgId, t.jobId],
      foreignColumns: [job.orgId, job.id],
    }),
    foreignKey({
      name: "deadline_application_fkey",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [application.orgId, application.id],
    }),
    foreignKey({
      name: "deadline_candidate_fkey",
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidate.orgId, candidate.id],
    }),
    foreignKey({
      name: "deadline_owner_fkey",
      columns: [t.orgId, t.ownerId],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "deadline_stand_in_fkey",
      columns: [t.orgId, t.standInId],
      foreignColumns: [member.orgId, member.id],
    }),
    check("deadline_state", sql`${t.state} in ('open', 'done', 'late', 'void')`),
    check("deadline_done", sql`(${t.state} in ('done', 'late')) = (${t.doneAt} is not null)`),
    check("deadline_two_people", sql`${t.ownerId} <> ${t.standInId}`),
  ],
);

/** When a member is away next, and who has their deadlines meanwhile. */
export const memberAbsence = pgTable(
  "member_absence",
  {
    orgId: orgId(),
    memberId: uuid("member_id").notNull(),
    from: instant("from_at").notNull(),
    until: instant("until_at").notNull(),
    standInId: uuid("stand_in_id"),
  },
  (t) => [
    primaryKey({ name: "member_absence_pkey", columns: [t.orgId, t.memberId] }),
    index("member_absence_stand_in_idx").on(t.orgId, t.standInId),
    foreignKey({
      name: "member_absence_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "member_absence_stand_in_fkey",
      columns: [t.orgId, t.standInId],
      foreignColumns: [member.orgId, member.id],
    }),
    check("member_absence_times", sql`${t.from} < ${t.until}`),
    check("member_absence_other", sql`${t.memberId} <> ${t.standInId}`),
  ],
);
