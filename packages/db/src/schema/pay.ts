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
import { offer } from "./decision.ts";
import { framework } from "./framework.ts";
import { job } from "./job.ts";
import { member } from "./organization.ts";

/** One row per version of the band of a level in a region; an approved one never changes. */
export const payBand = pgTable(
  "pay_band",
  {
    orgId: orgId(),
    id: id(),
    frameworkId: uuid("framework_id").notNull(),
    levelKey: text("level_key").notNull(),
    /** ISO 3166 code; empty: everywhere. */
    region: text("region").notNull(),
    number: integer("number").notNull(),
    state: text("state").$type<"draft" | "approved" | "discarded">().notNull(),
    currency: text("currency").notNull(),
    /** Of a year. */
    minMinor: minorUnits("min_minor").notNull(),
    midMinor: minorUnits("mid_minor").notNull(),
    maxMinor: minorUnits("max_minor").notNull(),
    effectiveFrom: date("effective_from", { mode: "string" }).notNull(),
    /** From then on the region has no band of its own: the next wider one holds. */
    ends: boolean("ends").notNull(),
    reason: text("reason").notNull(),
    /** Of which example of the literature it is; empty for one's own. */
    example: text("example").notNull(),
    authorId: uuid("author_id").notNull(),
    createdAt: instant("created_at").notNull(),
    approvedBy: uuid("approved_by"),
    approvedAt: instant("approved_at"),
  },
  (t) => [
    primaryKey({ name: "pay_band_pkey", columns: [t.orgId, t.id] }),
    unique("pay_band_number_key").on(t.orgId, t.frameworkId, t.levelKey, t.region, t.number),
    uniqueIndex("pay_band_draft_key")
      .on(t.orgId, t.frameworkId, t.levelKey, t.region)
      .where(sql`${t.state} = 'draft'`),
    foreignKey({
      name: "pay_band_framework_fkey",
      columns: [t.orgId, t.frameworkId],
      foreignColumns: [framework.orgId, framework.id],
    }),
    foreignKey({
      name: "pay_band_author_fkey",
      columns: [t.orgId, t.authorId],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "pay_band_approver_fkey",
      columns: [t.orgId, t.approvedBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check("pay_band_state", sql`${t.state} in ('draft', 'approved', 'discarded')`),
    check("pay_band_order", sql`${t.minMinor} <= ${t.midMinor} and ${t.midMinor} <= ${t.maxMinor}`),
    check(
      "pay_band_two_people",
      sql`${t.state} <> 'approved' or coalesce(${t.authorId} <> ${t.approvedBy}, false)`,
    ),
  ],
);

/** A group of an approval flow: so many of its members approve; each may have a stand-in. */
export type FlowGroup = {
  name: string;
  approvals: number;
  members: { memberId: string; standInId: string | null }[];
};

/** One row per version of the organization's approval flow, or of a job's own. */
export const approvalFlow = pgTable(
  "approval_flow",
  {
    orgId: orgId(),
    id: id(),
    /** The job whose own it is; null: the organization's. */
    jobId: uuid("job_id"),
    number: integer("number").notNull(),
    /** Asked one after the other; none: the approver whom the offer names. */
    groups: jsonb("groups").$type<FlowGroup[]>().notNull(),
    reason: text("reason").notNull(),
    authorId: uuid("author_id").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "approval_flow_pkey", columns: [t.orgId, t.id] }),
    unique("approval_flow_number_key").on(t.orgId, t.jobId, t.number).nullsNotDistinct(),
    foreignKey({
      name: "approval_flow_job_fkey",
      columns: [t.orgId, t.jobId],
      foreignColumns: [job.orgId, job.id],
    }),
    foreignKey({
      name: "approval_flow_author_fkey",
      columns: [t.orgId, t.authorId],
      foreignColumns: [member.orgId, member.id],
    }),
  ],
);

/** The groups that an offer was asked to be approved by: as they were in force then. */
export const offerGroup = pgTable(
  "offer_group",
  {
    orgId: orgId(),
    offerId: uuid("offer_id").notNull(),
    /** Each time that its approval is asked for is a round of its own. */
    round: integer("round").notNull(),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    approvals: integer("approvals").notNull(),
    /** Added because the pay lies outside band or range (law 8). */
    exception: boolean("exception").notNull(),
    /** The version of the flow that it comes from; null: named by the author, or added by a rule. */
    flowId: uuid("flow_id"),
    completedAt: instant("completed_at"),
  },
  (t) => [
    primaryKey({ name: "offer_group_pkey", columns: [t.orgId, t.offerId, t.round, t.position] }),
    foreignKey({
      name: "offer_group_offer_fkey",
      columns: [t.orgId, t.offerId],
      foreignColumns: [offer.orgId, offer.id],
    }),
    foreignKey({
      name: "offer_group_flow_fkey",
      columns: [t.orgId, t.flowId],
      foreignColumns: [approvalFlow.orgId, approvalFlow.id],
    }),
    check("offer_group_approvals", sql`${t.approvals} > 0`),
  ],
);

/** Who may approve in a group of an offer, and when they did. */
export const offerApprover = pgTable(
  "offer_approver",
  {
    orgId: orgId(),
    offerId: uuid("offer_id").notNull(),
    round: integer("round").notNull(),
    position: integer("position").notNull(),
    memberId: uuid("member_id").notNull(),
    /** Instead of whom; null: named themselves. */
    insteadOf: uuid("instead_of"),
    approvedAt: instant("approved_at"),
    /** Somebody else approves in their place since. */
    replacedAt: instant("replaced_at"),
  },
  (t) => [
    primaryKey({
      name: "offer_approver_pkey",
      columns: [t.orgId, t.offerId, t.round, t.position, t.memberId],
    }),
    index("offer_approver_member_idx").on(t.orgId, t.memberId),
    foreignKey({
      name: "offer_approver_group_fkey",
      columns: [t.orgId, t.offerId, t.round, t.position],
      foreignColumns: [offerGroup.orgId, offerGroup.offerId, offerGroup.round, offerGroup.position],
    }),
    foreignKey({
      name: "offer_approver_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "offer_approver_instead_fkey",
      columns: [t.orgId, t.insteadOf],
      foreignColumns: [member.orgId, member.id],
    }),
  ],
);

/** Leave to go outside band or range with one version of an offer, at one package alone (law 8). */
export const offerException = pgTable(
  "offer_exception",
  {
    orgId: orgId(),
    id: id(),
    offerId: uuid("offer_id").notNull(),
    state: text("state").$type<"asked" | "approved" | "refused">().notNull(),
    /** The package that it is for: base, base and variable, all of it, of a year. */
    baseMinor: minorUnits("base_minor").notNull(),
    withVariableMinor: minorUnits("with_variable_minor").notNull(),
    totalMinor: minorUnits("total_minor").notNull(),
    currency: text("currency").notNull(),
    reason: text("reason").notNull(),
    /** The offer's author, who approves none of it. */
    authorId: uuid("author_id").notNull(),
    askedBy: uuid("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
    answeredBy: uuid("answered_by"),
    answeredAt: instant("answered_at"),
    answerReason: text("answer_reason").notNull(),
  },
  (t) => [
    primaryKey({ name: "offer_exception_pkey", columns: [t.orgId, t.id] }),
    uniqueIndex("offer_exception_asked_key")
      .on(t.orgId, t.offerId)
      .where(sql`${t.state} = 'asked'`),
    foreignKey({
      name: "offer_exception_offer_fkey",
      columns: [t.orgId, t.offerId],
      foreignColumns: [offer.orgId, offer.id],
    }),
    foreignKey({
      name: "offer_exception_asker_fkey",
      columns: [t.orgId, t.askedBy],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "offer_exception_answerer_fkey",
      columns: [t.orgId, t.answeredBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check("offer_exception_state", sql`${t.state} in ('asked', 'approved', 'refused')`),
    check(
      "offer_exception_by_another",
      sql`${t.state} = 'asked' or coalesce(${t.answeredBy} <> ${t.askedBy} and ${t.answeredBy} <> ${t.authorId}, false)`,
    ),
  ],
);

/** What must hold before an accepted offer is confirmed. */
export const offerCondition = pgTable(
  "offer_condition",
  {
    orgId: orgId(),
    id: id(),
    offerId: uuid("offer_id").notNull(),
    position: integer("position").notNull(),
    kind: text("kind")
      .$type<"works_council" | "background_check" | "right_to_work" | "other">()
      .notNull(),
    words: text("words").notNull(),
    /** The region that demands it; null: the organization does. */
    demandedBy: text("demanded_by"),
    /** The region says: not before the offer is accepted. */
    afterAcceptance: boolean("after_acceptance").notNull(),
    state: text("state").$type<"open" | "met" | "waived" | "failed">().notNull(),
    /** When the works council was asked, and until when it may object; null before it was asked. */
    askedOn: date("asked_on", { mode: "string" }),
    dueOn: date("due_on", { mode: "string" }),
    reason: text("reason").notNull(),
    /** Null, though settled: its week passed in silence. */
    settledBy: uuid("settled_by"),
    settledAt: instant("settled_at"),
  },
  (t) => [
    primaryKey({ name: "offer_condition_pkey", columns: [t.orgId, t.id] }),
    unique("offer_condition_position_key").on(t.orgId, t.offerId, t.position),
    foreignKey({
      name: "offer_condition_offer_fkey",
      columns: [t.orgId, t.offerId],
      foreignColumns: [offer.orgId, offer.id],
    }),
    foreignKey({
      name: "offer_condition_settler_fkey",
      columns: [t.orgId, t.settledBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check(
      "offer_condition_kind",
      sql`${t.kind} in ('works_council', 'background_check', 'right_to_work', 'other')`,
    ),
    check("offer_condition_state", sql`${t.state} in ('open', 'met', 'waived', 'failed')`),
    check("offer_condition_settled", sql`(${t.state} = 'open') = (${t.settledAt} is null)`),
  ],
);
