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
import { member } from "./organization.ts";

export const framework = pgTable(
  "framework",
  {
    orgId: orgId(),
    id: id(),
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "framework_pkey", columns: [t.orgId, t.id] }),
    unique("framework_name_key").on(t.orgId, t.name),
  ],
);

export const frameworkVersion = pgTable(
  "framework_version",
  {
    orgId: orgId(),
    id: id(),
    frameworkId: uuid("framework_id").notNull(),
    number: integer("number").notNull(),
    state: text("state").$type<"draft" | "published">().notNull(),
    name: text("name").notNull(),
    summary: text("summary").notNull(),
    googleSheetId: text("google_sheet_id").notNull(),
    isLegacy: boolean("is_legacy"),
    createdAt: instant("created_at").notNull(),
    createdBy: uuid("created_by").notNull(),
    publishedAt: instant("published_at"),
  },
  (t) => [
    primaryKey({ name: "framework_version_pkey", columns: [t.orgId, t.id] }),
    unique("framework_version_number_key").on(t.orgId, t.frameworkId, t.number),
    uniqueIndex("framework_version_draft_key")
      .on(t.orgId, t.frameworkId)
      .where(sql`${t.state} = 'draft'`),
    foreignKey({
      name: "framework_version_framework_fkey",
      columns: [t.orgId, t.frameworkId],
      foreignColumns: [framework.orgId, framework.id],
    }),
    foreignKey({
      name: "framework_version_author_fkey",
      columns: [t.orgId, t.createdBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check("framework_version_state", sql`${t.state} in ('draft', 'published')`),
  ],
);

/** `follows` and `lateral` hold keys of levels of the same version, as its file has them. */
export const frameworkLevel = pgTable(
  "framework_level",
  {
    orgId: orgId(),
    id: id(),
    versionId: uuid("version_id").notNull(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    track: text("track").$type<"engineer" | "technical" | "management">(),
    follows: text("follows").array().notNull().default([]),
    lateral: text("lateral").array().notNull().default([]),
    position: integer("position").notNull(),
  },
  (t) => [
    primaryKey({ name: "framework_level_pkey", columns: [t.orgId, t.id] }),
    unique("framework_level_key_key").on(t.orgId, t.versionId, t.key),
    foreignKey({
      name: "framework_level_version_fkey",
      columns: [t.orgId, t.versionId],
      foreignColumns: [frameworkVersion.orgId, frameworkVersion.id],
    }),
    check("framework_level_track", sql`${t.track} in ('engineer', 'technical', 'management')`),
  ],
);

export const frameworkTheme = pgTable(
  "framework_theme",
  {
    orgId: orgId(),
    id: id(),
    versionId: uuid("version_id").notNull(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    summary: text("summary").notNull(),
    position: integer("position").notNull(),
  },
  (t) => [
    primaryKey({ name: "framework_theme_pkey", columns: [t.orgId, t.id] }),
    unique("framework_theme_key_key").on(t.orgId, t.versionId, t.key),
    foreignKey({
      name: "framework_theme_version_fkey",
      columns: [t.orgId, t.versionId],
      foreignColumns: [frameworkVersion.orgId, frameworkVersion.id],
    }),
  ],
);

/** One row of the matrix. `named` tells whether the imported file gave it a name of its own. */
export const competency = pgTable(
  "competency",
  {
    orgId: orgId(),
    id: id(),
    versionId: uuid("version_id").notNull(),
    themeId: uuid("theme_id").notNull(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    named: boolean("named").notNull(),
    position: integer("position").notNull(),
  },
  (t) => [
    primaryKey({ name: "competency_pkey", columns: [t.orgId, t.id] }),
    unique("competency_key_key").on(t.orgId, t.versionId, t.key),
    foreignKey({
      name: "competency_version_fkey",
      columns: [t.orgId, t.versionId],
      foreignColumns: [frameworkVersion.orgId, frameworkVersion.id],
    }),
    foreignKey({
      name: "competency_theme_fkey",
      columns: [t.orgId, t.themeId],
      foreignColumns: [frameworkTheme.orgId, frameworkTheme.id],
    }),
  ],
);

/** The behaviour expected of one competency at one level. `sourceId` and `position` restore the file. */
export const anchor = pgTable(
  "anchor",
  {
    orgId: orgId(),
    id: id(),
    competencyId: uuid("competency_id").notNull(),
    levelId: uuid("level_id").notNull(),
    sourceId: text("source_id").notNull(),
    summary: text("summary").notNull(),
    proficiency: text("proficiency").notNull(),
    examples: jsonb("examples").$type<string[]>(),
    supportingUrls: jsonb("supporting_urls").$type<{ label: string; url: string }[]>(),
    position: integer("position").notNull(),
  },
  (t) => [
    primaryKey({ name: "anchor_pkey", columns: [t.orgId, t.id] }),
    unique("anchor_cell_key").on(t.orgId, t.competencyId, t.levelId),
    foreignKey({
      name: "anchor_competency_fkey",
      columns: [t.orgId, t.competencyId],
      foreignColumns: [competency.orgId, competency.id],
    }),
    foreignKey({
      name: "anchor_level_fkey",
      columns: [t.orgId, t.levelId],
      foreignColumns: [frameworkLevel.orgId, frameworkLevel.id],
    }),
  ],
);

/** A question of the bank; `competencyKey` names a competency in whichever version asks it. */
export const question = pgTable(
  "question",
  {
    orgId: orgId(),
    id: id(),
    kind: text("kind").$type<"behavioural" | "technical" | "situational">().notNull(),
    competencyKey: text("competency_key").notNull(),
    text: text("text").notNull(),
    assesses: text("assesses").notNull(),
    strongSignals: text("strong_signals").array().notNull(),
    redFlags: text("red_flags").array().notNull(),
    followUps: text("follow_ups").array().notNull(),
    tip: text("tip").notNull(),
    createdAt: instant("created_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason"),
    /** The day from which it may stand in new kits again; null or past: it rests no more. */
    restingUntil: date("resting_until", { mode: "string" }),
    restReason: text("rest_reason"),
  },
  (t) => [
    primaryKey({ name: "question_pkey", columns: [t.orgId, t.id] }),
    index("question_competency_idx").on(t.orgId, t.competencyKey, t.id),
    check("question_kind", sql`${t.kind} in ('behavioural', 'technical', 'situational')`),
    check("question_rest", sql`(${t.restingUntil} is null) = (${t.restReason} is null)`),
  ],
);
