import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, minorUnits, orgId } from "./columns.ts";
import { offer } from "./decision.ts";
import { framework } from "./framework.ts";
import { job } from "./job.ts";
import { member } from "./organization.ts";

/** The authority to hire: so many seats of a level, in these places, within this band. */
export const requisition = pgTable(
  "requisition",
  {
    orgId: orgId(),
    id: id(),
    /** What people call it by: R-12. */
    number: integer("number").notNull(),
    state: text("state")
      .$type<"draft" | "pending" | "approved" | "on_hold" | "fulfilled" | "cancelled">()
      .notNull(),
    stateReason: text("state_reason"),
    title: text("title").notNull(),
    frameworkId: uuid("framework_id").notNull(),
    levelKey: text("level_key").notNull(),
    locations: text("locations").array().notNull(),
    seats: integer("seats").notNull(),
    /** Base pay of a year; null while a draft has none, and where none was known when it was raised. */
    payMinMinor: minorUnits("pay_min_minor"),
    payMaxMinor: minorUnits("pay_max_minor"),
    payCurrency: text("pay_currency"),
    reason: text("reason").notNull(),
    /** The job that its openings are of; null until one is made. */
    jobId: uuid("job_id"),
    /** The offer beyond headcount that it was raised for; null: somebody asked for it. */
    offerId: uuid("offer_id"),
    authorId: uuid("author_id").notNull(),
    /** How often its approval was asked for. */
    approvalRound: integer("approval_round").notNull(),
    createdAt: instant("created_at").notNull(),
    requestedAt: instant("requested_at"),
    approvedAt: instant("approved_at"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ name: "requisition_pkey", columns: [t.orgId, t.id] }),
    unique("requisition_number_key").on(t.orgId, t.number),
    index("requisition_job_idx").on(t.orgId, t.jobId),
    index("requisition_author_idx").on(t.orgId, t.authorId),
    foreignKey({
      name: "requisition_framework_fkey",
      columns: [t.orgId, t.frameworkId],
      foreignColumns: [framework.orgId, framework.id],
    }),
    foreignKey({
      name: "requisition_job_fkey",
      columns: [t.orgId, t.jobId],
      foreignColumns: [job.orgId, job.id],
    }),
    foreignKey({
      name: "requisition_offer_fkey",
      columns: [t.orgId, t.offerId],
      foreignColumns: [offer.orgId, offer.id],
    }),
    foreignKey({
      name: "requisition_author_fkey",
      columns: [t.orgId, t.authorId],
      foreignColumns: [member.orgId, member.id],
    }),
    check(
      "requisition_state",
      sql`${t.state} in ('draft', 'pending', 'approved', 'on_hold', 'fulfilled', 'cancelled')`,
    ),
    check("requisition_seats", sql`${t.seats} between 1 and 1000`),
    check(
      "requisition_band",
      sql`num_nulls(${t.payMinMinor}, ${t.payMaxMinor}, ${t.payCurrency}) in (0, 3) and coalesce(${t.payMinMinor} <= ${t.payMaxMinor}, true)`,
    ),
  ],
);

/** The groups that a requisition is approved by, one after the other. */
export const requisitionGroup = pgTable(
  "requisition_group",
  {
    orgId: orgId(),
    requisitionId: uuid("requisition_id").notNull(),
    /** Each time that its approval is asked for is a round of its own. */
    round: integer("round").notNull(),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    approvals: integer("approvals").notNull(),
  },
  (t) => [
    primaryKey({
      name: "requisition_group_pkey",
      columns: [t.orgId, t.requisitionId, t.round, t.position],
    }),
    foreignKey({
      name: "requisition_group_requisition_fkey",
      columns: [t.orgId, t.requisitionId],
      foreignColumns: [requisition.orgId, requisition.id],
    }),
    check("requisition_group_approvals", sql`${t.approvals} > 0`),
  ],
);

/** Who may approve in a group of a requisition, and when they did. */
export const requisitionApprover = pgTable(
  "requisition_approver",
  {
    orgId: orgId(),
    requisitionId: uuid("requisition_id").notNull(),
    round: integer("round").notNull(),
    position: integer("position").notNull(),
    memberId: uuid("member_id").notNull(),
    approvedAt: instant("approved_at"),
  },
  (t) => [
    primaryKey({
      name: "requisition_approver_pkey",
      columns: [t.orgId, t.requisitionId, t.round, t.position, t.memberId],
    }),
    index("requisition_approver_member_idx").on(t.orgId, t.memberId),
    foreignKey({
      name: "requisition_approver_group_fkey",
      columns: [t.orgId, t.requisitionId, t.round, t.position],
      foreignColumns: [
        requisitionGroup.orgId,
        requisitionGroup.requisitionId,
        requisitionGroup.round,
        requisitionGroup.position,
      ],
    }),
    foreignKey({
      name: "requisition_approver_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
  ],
);
