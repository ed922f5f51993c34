import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, orgId } from "./columns.ts";
import { member } from "./organization.ts";

/** A comparison of variants of one rule of the rulebook. */
export const experiment = pgTable(
  "experiment",
  {
    orgId: orgId(),
    id: id(),
    name: text("name").notNull(),
    question: text("question").notNull(),
    rule: text("rule").notNull(),
    subject: text("subject").notNull(),
    metric: text("metric").notNull(),
    /** In order; the first is what the others are compared with. Weights sum to 100. */
    variants: jsonb("variants").$type<{ key: string; weight: number }[]>().notNull(),
    /** Subjects that each variant needs before anything is said of it. */
    minimum: integer("minimum").notNull(),
    state: text("state").$type<"draft" | "running" | "stopped">().notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    startedBy: uuid("started_by"),
    startedAt: instant("started_at"),
    stoppedBy: uuid("stopped_by"),
    stoppedAt: instant("stopped_at"),
    stopReason: text("stop_reason"),
  },
  (t) => [
    primaryKey({ name: "experiment_pkey", columns: [t.orgId, t.id] }),
    uniqueIndex("experiment_running_key")
      .on(t.orgId, t.rule)
      .where(sql`${t.state} = 'running'`),
    foreignKey({
      name: "experiment_author_fkey",
      columns: [t.orgId, t.createdBy],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "experiment_starter_fkey",
      columns: [t.orgId, t.startedBy],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "experiment_stopper_fkey",
      columns: [t.orgId, t.stoppedBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check("experiment_state", sql`${t.state} in ('draft', 'running', 'stopped')`),
    check("experiment_by_two", sql`${t.startedBy} <> ${t.createdBy}`),
  ],
);

/** That a subject was first judged under a variant: once, whatever comes later. */
export const exposure = pgTable(
  "exposure",
  {
    orgId: orgId(),
    experimentId: uuid("experiment_id").notNull(),
    subjectId: uuid("subject_id").notNull(),
    variant: text("variant").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ name: "exposure_pkey", columns: [t.orgId, t.experimentId, t.subjectId] }),
    index("exposure_subject_idx").on(t.orgId, t.subjectId),
    foreignKey({
      name: "exposure_experiment_fkey",
      columns: [t.orgId, t.experimentId],
      foreignColumns: [experiment.orgId, experiment.id],
    }),
  ],
);
