import {
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { application } from "./application.ts";
import { instant, orgId } from "./columns.ts";
import { competency } from "./framework.ts";
import { member } from "./organization.ts";

/** What was written so far of what a rejected candidate asked for. */
export type FeedbackDraft = { words: { competencyId: string; text: string }[] };

/** Feedback that a rejected candidate asked for, once; what was sent never changes. */
export const feedback = pgTable(
  "feedback",
  {
    orgId: orgId(),
    applicationId: uuid("application_id").notNull(),
    askedAt: instant("asked_at").notNull(),
    draft: jsonb("draft").$type<FeedbackDraft>(),
    draftRevision: integer("draft_revision").notNull(),
    draftSavedAt: instant("draft_saved_at"),
    sentAt: instant("sent_at"),
    sentBy: uuid("sent_by"),
  },
  (t) => [
    primaryKey({ name: "feedback_pkey", columns: [t.orgId, t.applicationId] }),
    foreignKey({
      name: "feedback_application_fkey",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [application.orgId, application.id],
    }),
    foreignKey({
      name: "feedback_author_fkey",
      columns: [t.orgId, t.sentBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check("feedback_sent", sql`(${t.sentAt} is null) = (${t.sentBy} is null)`),
    check("feedback_draft", sql`${t.sentAt} is null or ${t.draft} is null`),
  ],
);

/** What somebody wrote to the candidate on one competency, in words of their own. */
export const feedbackWord = pgTable(
  "feedback_word",
  {
    orgId: orgId(),
    applicationId: uuid("application_id").notNull(),
    competencyId: uuid("competency_id").notNull(),
    text: text("text").notNull(),
  },
  (t) => [
    primaryKey({
      name: "feedback_word_pkey",
      columns: [t.orgId, t.applicationId, t.competencyId],
    }),
    foreignKey({
      name: "feedback_word_feedback_fkey",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [feedback.orgId, feedback.applicationId],
    }),
    foreignKey({
      name: "feedback_word_competency_fkey",
      columns: [t.orgId, t.competencyId],
      foreignColumns: [competency.orgId, competency.id],
    }),
  ],
);
