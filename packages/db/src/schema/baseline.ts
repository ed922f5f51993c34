import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { application } from "./application.ts";
import { id, instant, orgId } from "./columns.ts";
import { review } from "./growth.ts";
import { member } from "./organization.ts";

/**
 * That a candidate was told, and when, that interview ratings may become their first growth
 * baseline: in the version of the post they applied by, or in the notice that was sent to them.
 */
export const baselineNotice = pgTable(
  "baseline_notice",
  {
    orgId: orgId(),
    applicationId: uuid("application_id").notNull(),
    how: text("how").$type<"post" | "notice">().notNull(),
    text: text("text").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ name: "baseline_notice_pkey", columns: [t.orgId, t.applicationId] }),
    foreignKey({
      name: "baseline_notice_application_fkey",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [application.orgId, application.id],
    }),
    check("baseline_notice_how", sql`${t.how} in ('post', 'notice')`),
  ],
);

/** What a member did with their baseline; the ratings stay in the scorecards that they come from. */
export const baseline = pgTable(
  "baseline",
  {
    orgId: orgId(),
    memberId: uuid("member_id").notNull(),
    /** When they saw it first; until then nobody does. */
    openedAt: instant("opened_at"),
    /** When they let their manager see it, before the time set aside for them was over. */
    sharedAt: instant("shared_at"),
    remark: text("remark").notNull(),
    objectedAt: instant("objected_at"),
    objection: text("objection").notNull(),
  },
  (t) => [
    primaryKey({ name: "baseline_pkey", columns: [t.orgId, t.memberId] }),
    foreignKey({
      name: "baseline_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
  ],
);

/** The reviews of a quarter, opened together for an establishment; `*` is the whole organization. */
export const reviewRound = pgTable(
  "review_round",
  {
    orgId: orgId(),
    id: id(),
    /** `2026-Q4`. */
    quarter: text("quarter").notNull(),
    /** ISO 3166. */
    establishment: text("establishment").notNull(),
    openedAt: instant("opened_at").notNull(),
    /** Null: by policy. */
    openedBy: uuid("opened_by"),
    dueAt: instant("due_at").notNull(),
    /** When everyone of it had their turn. */
    filledAt: instant("filled_at"),
  },
  (t) => [
    primaryKey({ name: "review_round_pkey", columns: [t.orgId, t.id] }),
    unique("review_round_quarter_key").on(t.orgId, t.quarter, t.establishment),
    index("review_round_filled_idx").on(t.orgId, t.filledAt),
    foreignKey({
      name: "review_round_author_fkey",
      columns: [t.orgId, t.openedBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check("review_round_quarter", sql`${t.quarter} ~ '^[0-9]{4}-Q[1-4]$'`),
  ],
);

/** Whose turn it was in a quarter, once, however many rounds they belong to; the review, or why none. */
export const roundTurn = pgTable(
  "round_turn",
  {
    orgId: orgId(),
    quarter: text("quarter").notNull(),
    memberId: uuid("member_id").notNull(),
    roundId: uuid("round_id").notNull(),
    reviewId: uuid("review_id"),
    skipped: text("skipped").$type<"review_open" | "not_placed">(),
  },
  (t) => [
    primaryKey({ name: "round_turn_pkey", columns: [t.orgId, t.quarter, t.memberId] }),
    index("round_turn_round_idx").on(t.orgId, t.roundId),
    foreignKey({
      name: "round_turn_round_fkey",
      columns: [t.orgId, t.roundId],
      foreignColumns: [reviewRound.orgId, reviewRound.id],
    }),
    foreignKey({
      name: "round_turn_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "round_turn_review_fkey",
      columns: [t.orgId, t.reviewId],
      foreignColumns: [review.orgId, review.id],
    }),
    check("round_turn_skipped", sql`(${t.reviewId} is null) = (${t.skipped} is not null)`),
  ],
);
