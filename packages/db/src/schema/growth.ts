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
import { id, instant, orgId } from "./columns.ts";
import { competency, frameworkLevel, frameworkVersion } from "./framework.ts";
import type { Rating } from "./interview.ts";
import { member } from "./organization.ts";

/** Where a member stands on the ladder; the newest row holds, the ones before stay. */
export const placement = pgTable(
  "placement",
  {
    orgId: orgId(),
    id: id(),
    memberId: uuid("member_id").notNull(),
    versionId: uuid("version_id").notNull(),
    levelId: uuid("level_id").notNull(),
    /** The day from which it holds. */
    from: date("from_day", { mode: "string" }).notNull(),
    reason: text("reason").notNull(),
    /** Null: by the hiring level of the decision that hired them. */
    placedBy: uuid("placed_by"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "placement_pkey", columns: [t.orgId, t.id] }),
    index("placement_member_idx").on(t.orgId, t.memberId, t.createdAt),
    foreignKey({
      name: "placement_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "placement_version_fkey",
      columns: [t.orgId, t.versionId],
      foreignColumns: [frameworkVersion.orgId, frameworkVersion.id],
    }),
    foreignKey({
      name: "placement_level_fkey",
      columns: [t.orgId, t.levelId],
      foreignColumns: [frameworkLevel.orgId, frameworkLevel.id],
    }),
    foreignKey({
      name: "placement_author_fkey",
      columns: [t.orgId, t.placedBy],
      foreignColumns: [member.orgId, member.id],
    }),
  ],
);

/** A member reviewed against a level by themselves and by their manager, each blind to the other. */
export const review = pgTable(
  "review",
  {
    orgId: orgId(),
    id: id(),
    memberId: uuid("member_id").notNull(),
    versionId: uuid("version_id").notNull(),
    levelId: uuid("level_id").notNull(),
    openedAt: instant("opened_at").notNull(),
    /** Null: by a quarterly round. */
    openedBy: uuid("opened_by"),
    dueAt: instant("due_at").notNull(),
    state: text("state").$type<"open" | "closed" | "cancelled">().notNull(),
    closedAt: instant("closed_at"),
    closedBy: uuid("closed_by"),
    /** What was agreed when it was compared, or why it was cancelled. */
    outcome: text("outcome").notNull(),
    /** What the member says to it. */
    answer: text("answer").notNull(),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    primaryKey({ name: "review_pkey", columns: [t.orgId, t.id] }),
    uniqueIndex("review_open_key")
      .on(t.orgId, t.memberId)
      .where(sql`${t.state} = 'open'`),
    index("review_due_idx").on(t.orgId, t.state, t.dueAt),
    foreignKey({
      name: "review_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "review_version_fkey",
      columns: [t.orgId, t.versionId],
      foreignColumns: [frameworkVersion.orgId, frameworkVersion.id],
    }),
    foreignKey({
      name: "review_level_fkey",
      columns: [t.orgId, t.levelId],
      foreignColumns: [frameworkLevel.orgId, frameworkLevel.id],
    }),
    check("review_state", sql`${t.state} in ('open', 'closed', 'cancelled')`),
    check("review_closed", sql`(${t.state} = 'open') = (${t.closedAt} is null)`),
  ],
);

/** What one has typed into their side of a review so far. */
export type ReviewDraft = {
  ratings: {
    competencyId: string;
    rating: Rating | null;
    notAssessedReason: string;
    evidence: string;
  }[];
  summary: string;
};

/** One side of a review: the member's own or their manager's. A submitted one never changes. */
export const reviewPart = pgTable(
  "review_part",
  {
    orgId: orgId(),
    id: id(),
    reviewId: uuid("review_id").notNull(),
    side: text("side").$type<"self" | "manager">().notNull(),
    authorId: uuid("author_id").notNull(),
    draft: jsonb("draft").$type<ReviewDraft>(),
    draftRevision: integer("draft_revision").notNull(),
    draftSavedAt: instant("draft_saved_at"),
    submittedAt: instant("submitted_at"),
    summary: text("summary").notNull(),
    /** Submitted after the other side was open to its author: it counts in no comparison. */
    afterReading: boolean("after_reading").notNull(),
  },
  (t) => [
    primaryKey({ name: "review_part_pkey", columns: [t.orgId, t.id] }),
    unique("review_part_author_key").on(t.orgId, t.reviewId, t.side, t.authorId),
    uniqueIndex("review_part_submitted_key")
      .on(t.orgId, t.reviewId, t.side)
      .where(sql`${t.submittedAt} is not null`),
    foreignKey({
      name: "review_part_review_fkey",
      columns: [t.orgId, t.reviewId],
      foreignColumns: [review.orgId, review.id],
    }),
    foreignKey({
      name: "review_part_author_fkey",
      columns: [t.orgId, t.authorId],
      foreignColumns: [member.orgId, member.id],
    }),
    check("review_part_side", sql`${t.side} in ('self', 'manager')`),
  ],
);

/** A rating of a submitted side; without one, the reason why it was not assessed. */
export const reviewRating = pgTable(
  "review_rating",
  {
    orgId: orgId(),
    partId: uuid("part_id").notNull(),
    competencyId: uuid("competency_id").notNull(),
    rating: text("rating").$type<Rating>(),
    notAssessedReason: text("not_assessed_reason").notNull(),
    evidence: text("evidence").notNull(),
  },
  (t) => [
    primaryKey({ name: "review_rating_pkey", columns: [t.orgId, t.partId, t.competencyId] }),
    foreignKey({
      name: "review_rating_part_fkey",
      columns: [t.orgId, t.partId],
      foreignColumns: [reviewPart.orgId, reviewPart.id],
    }),
    foreignKey({
      name: "review_rating_competency_fkey",
      columns: [t.orgId, t.competencyId],
      foreignColumns: [competency.orgId, competency.id],
    }),
    check(
      "review_rating_value",
      sql`${t.rating} in ('definitely_not', 'no', 'mixed', 'yes', 'strong_yes')`,
    ),
  ],
);
