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
import { frameworkLevel, frameworkVersion } from "./framework.ts";
import { type LibraryEntry, libraryVersion } from "./library.ts";
import { member } from "./organization.ts";

/** What was missing in a competency when a plan was made, and who had said so. */
export type PlanGapRecord = {
  competency: string;
  size: number;
  from: string;
  by: "manager" | "self" | "baseline" | "hand";
};

/** Why an item towards a gap is not in a plan. */
export type PlanLeftRecord = { id: string; because: string };

/** A version of a member's growth plan. Its items never change once both have agreed to it. */
export const growthPlan = pgTable(
  "growth_plan",
  {
    orgId: orgId(),
    id: id(),
    memberId: uuid("member_id").notNull(),
    number: integer("number").notNull(),
    /** The agreed plan that it takes the place of once it is agreed. */
    replacesId: uuid("replaces_id"),
    state: text("state").$type<"draft" | "agreed" | "superseded" | "ended">().notNull(),
    revision: integer("revision").notNull(),
    frameworkVersionId: uuid("framework_version_id").notNull(),
    libraryVersionId: uuid("library_version_id").notNull(),
    levelId: uuid("level_id").notNull(),
    goal: text("goal").$type<"new_role" | "promotion" | "learning_path">().notNull(),
    /** Keys of the levels on the way, the one aimed at last. */
    path: text("path").array().notNull(),
    technologies: text("technologies").array().notNull(),
    weeks: integer("weeks").notNull(),
    hoursAWeek: integer("hours_a_week").notNull(),
    /** The first day of its first week. */
    startOn: date("start_on", { mode: "string" }).notNull(),
    gaps: jsonb("gaps").$type<PlanGapRecord[]>().notNull(),
    /** Ids of items that were done before it, put in and taken out by hand. */
    done: text("done").array().notNull(),
    kept: text("kept").array().notNull(),
    without: text("without").array().notNull(),
    leftOut: jsonb("left_out").$type<PlanLeftRecord[]>().notNull(),
    madeBy: uuid("made_by").notNull(),
    createdAt: instant("created_at").notNull(),
    agreedAt: instant("agreed_at"),
    /** When it was superseded or ended, and why it was ended. */
    endedAt: instant("ended_at"),
    endReason: text("end_reason").notNull(),
  },
  (t) => [
    primaryKey({ name: "growth_plan_pkey", columns: [t.orgId, t.id] }),
    unique("growth_plan_number_key").on(t.orgId, t.memberId, t.number),
    uniqueIndex("growth_plan_draft_key")
      .on(t.orgId, t.memberId)
      .where(sql`${t.state} = 'draft'`),
    uniqueIndex("growth_plan_agreed_key")
      .on(t.orgId, t.memberId)
      .where(sql`${t.state} = 'agreed'`),
    foreignKey({
      name: "growth_plan_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "growth_plan_author_fkey",
      columns: [t.orgId, t.madeBy],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "growth_plan_replaces_fkey",
      columns: [t.orgId, t.replacesId],
      foreignColumns: [t.orgId, t.id],
    }),
    foreignKey({
      name: "growth_plan_version_fkey",
      columns: [t.orgId, t.frameworkVersionId],
      foreignColumns: [frameworkVersion.orgId, frameworkVersion.id],
    }),
    foreignKey({
      name: "growth_plan_level_fkey",
      columns: [t.orgId, t.levelId],
      foreignColumns: [frameworkLevel.orgId, frameworkLevel.id],
    }),
    foreignKey({
      name: "growth_plan_library_fkey",
      columns: [t.orgId, t.libraryVersionId],
      foreignColumns: [libraryVersion.orgId, libraryVersion.id],
    }),
    check("growth_plan_state", sql`${t.state} in ('draft', 'agreed', 'superseded', 'ended')`),
    check("growth_plan_goal", sql`${t.goal} in ('new_role', 'promotion', 'learning_path')`),
    check("growth_plan_weeks", sql`${t.weeks} between 4 and 26`),
    check("growth_plan_hours", sql`${t.hoursAWeek} between 1 and 20`),
    check(
      "growth_plan_ended",
      sql`(${t.state} in ('superseded', 'ended')) = (${t.endedAt} is not null)`,
    ),
    check("growth_plan_was_agreed", sql`${t.state} <> 'agreed' or ${t.agreedAt} is not null`),
  ],
);

/** Who agreed to a draft, and to which revision of it: one row a side. */
export const growthPlanAgreement = pgTable(
  "growth_plan_agreement",
  {
    orgId: orgId(),
    planId: uuid("plan_id").notNull(),
    side: text("side").$type<"self" | "manager">().notNull(),
    memberId: uuid("member_id").notNull(),
    revision: integer("revision").notNull(),
    agreedAt: instant("agreed_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "growth_plan_agreement_pkey", columns: [t.orgId, t.planId, t.side] }),
    foreignKey({
      name: "growth_plan_agreement_plan_fkey",
      columns: [t.orgId, t.planId],
      foreignColumns: [growthPlan.orgId, growthPlan.id],
    }),
    foreignKey({
      name: "growth_plan_agreement_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
    check("growth_plan_agreement_side", sql`${t.side} in ('self', 'manager')`),
  ],
);

/**
 * What a member works on: the same row in each plan that holds it, so that what shows it and whether
 * it is done stay with it. Its words stand as they were when a plan with it was agreed.
 */
export const growthItem = pgTable(
  "growth_item",
  {
    orgId: orgId(),
    id: id(),
    memberId: uuid("member_id").notNull(),
    /** Its id in the library; for one's own, the text of its id here. */
    key: text("key").notNull(),
    own: boolean("own").notNull(),
    kind: text("kind").$type<LibraryEntry["kind"]>().notNull(),
    competency: text("competency").notNull(),
    level: text("level").notNull(),
    title: text("title").notNull(),
    summary: text("summary").notNull(),
    hours: integer("hours").notNull(),
    technologies: text("technologies").array().notNull(),
    requires: text("requires").array().notNull(),
    evidence: text("evidence").notNull(),
    preparation: boolean("preparation").notNull(),
    doneAt: instant("done_at"),
    doneBy: uuid("done_by"),
    /** What shows that it was done, in the words of whoever marked it. */
    shown: text("shown").notNull(),
  },
  (t) => [
    primaryKey({ name: "growth_item_pkey", columns: [t.orgId, t.id] }),
    unique("growth_item_key_key").on(t.orgId, t.memberId, t.key),
    foreignKey({
      name: "growth_item_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "growth_item_done_by_fkey",
      columns: [t.orgId, t.doneBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check("growth_item_kind", sql`${t.kind} in ('reading', 'practice', 'pairing', 'project')`),
    check("growth_item_done", sql`(${t.doneAt} is null) = (${t.doneBy} is null)`),
  ],
);

/** Where an item stands in a plan: its hours by week, counted from 1, and why it is there. */
export const growthPlanItem = pgTable(
  "growth_plan_item",
  {
    orgId: orgId(),
    planId: uuid("plan_id").notNull(),
    itemId: uuid("item_id").notNull(),
    position: integer("position").notNull(),
    portions: jsonb("portions").$type<{ week: number; hours: number }[]>().notNull(),
    because: text("because").$type<"gap" | "required" | "kept">().notNull(),
    /** Because of a gap: what was missing when it was chosen, and the how many-eth item it is. */
    missing: jsonb("missing").$type<{ left: number; nth: number }>(),
    /** Because it is required: the key of the item that requires it. */
    requiredBy: text("required_by"),
  },
  (t) => [
    primaryKey({ name: "growth_plan_item_pkey", columns: [t.orgId, t.planId, t.itemId] }),
    index("growth_plan_item_item_idx").on(t.orgId, t.itemId),
    foreignKey({
      name: "growth_plan_item_plan_fkey",
      columns: [t.orgId, t.planId],
      foreignColumns: [growthPlan.orgId, growthPlan.id],
    }),
    foreignKey({
      name: "growth_plan_item_item_fkey",
      columns: [t.orgId, t.itemId],
      foreignColumns: [growthItem.orgId, growthItem.id],
    }),
    check("growth_plan_item_because", sql`${t.because} in ('gap', 'required', 'kept')`),
  ],
);
