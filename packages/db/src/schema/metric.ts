import { sql } from "drizzle-orm";
import {
  check,
  date,
  numeric,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, orgId } from "./columns.ts";
import { member } from "./organization.ts";

/** A code host or tracker that figures are fetched from; a removed one stays without its secret. */
export const metricSource = pgTable(
  "metric_source",
  {
    orgId: orgId(),
    id: id(),
    kind: text("kind").$type<"github" | "gitlab" | "github_issues" | "jira">().notNull(),
    /** Where its API begins, such as https://api.github.com. */
    baseUrl: text("base_url").notNull(),
    /** The repository or project: owner/name, a GitLab path, or Jira's key. */
    project: text("project").notNull(),
    /** Encrypted with the operator's key where there is one; empty once removed. */
    secret: text("secret").notNull(),
    state: text("state").$type<"active" | "paused" | "removed">().notNull(),
    fetchedAt: instant("fetched_at"),
    /** What went wrong at the last attempt; null if nothing did. */
    problem: text("problem"),
    /** Attempts that failed since the last good one. */
    failures: integer("failures").notNull(),
    nextAt: instant("next_at").notNull(),
    /** Until when it asked to be left alone. */
    waitUntil: instant("wait_until"),
    /** Until when the worker that has begun to fetch may settle it; then another one tries. */
    claimedUntil: instant("claimed_until"),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "metric_source_pkey", columns: [t.orgId, t.id] }),
    index("metric_source_due_idx").on(t.orgId, t.state, t.nextAt),
    foreignKey({
      name: "metric_source_member_fkey",
      columns: [t.orgId, t.createdBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check("metric_source_kind", sql`${t.kind} in ('github', 'gitlab', 'github_issues', 'jira')`),
    check("metric_source_state", sql`${t.state} in ('active', 'paused', 'removed')`),
  ],
);

/** What a person is called at a source, as they say themselves. */
export const metricLogin = pgTable(
  "metric_login",
  {
    orgId: orgId(),
    sourceId: uuid("source_id").notNull(),
    memberId: uuid("member_id").notNull(),
    login: text("login").notNull(),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "metric_login_pkey", columns: [t.orgId, t.sourceId, t.memberId] }),
    uniqueIndex("metric_login_key").on(t.orgId, t.sourceId, sql`lower(${t.login})`),
    index("metric_login_member_idx").on(t.orgId, t.memberId),
    foreignKey({
      name: "metric_login_source_fkey",
      columns: [t.orgId, t.sourceId],
      foreignColumns: [metricSource.orgId, metricSource.id],
    }),
    foreignKey({
      name: "metric_login_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
  ],
);

/** A metric of a member in a week or a quarter, entered by hand or fetched. */
export const metricFigure = pgTable(
  "metric_figure",
  {
    orgId: orgId(),
    id: id(),
    memberId: uuid("member_id").notNull(),
    metric: text("metric").notNull(),
    period: text("period").$type<"week" | "quarter">().notNull(),
    /** Its first day, and the last one that the figure covers. */
    from: date("from_day", { mode: "string" }).notNull(),
    through: date("through_day", { mode: "string" }).notNull(),
    value: numeric("value", { mode: "number" }).notNull(),
    /** How many cases it rests on; null where that is not known. */
    n: integer("n"),
    /** Null: entered by hand. */
    sourceId: uuid("source_id"),
    /** Who entered it; null: fetched. */
    enteredBy: uuid("entered_by"),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ name: "metric_figure_pkey", columns: [t.orgId, t.id] }),
    unique("metric_figure_key")
      .on(t.orgId, t.memberId, t.metric, t.period, t.from, t.sourceId)
      .nullsNotDistinct(),
    foreignKey({
      name: "metric_figure_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "metric_figure_source_fkey",
      columns: [t.orgId, t.sourceId],
      foreignColumns: [metricSource.orgId, metricSource.id],
    }),
    foreignKey({
      name: "metric_figure_author_fkey",
      columns: [t.orgId, t.enteredBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check("metric_figure_period", sql`${t.period} in ('week', 'quarter')`),
    check("metric_figure_days", sql`${t.through} >= ${t.from}`),
    check("metric_figure_origin", sql`(${t.sourceId} is null) <> (${t.enteredBy} is null)`),
    check("metric_figure_value", sql`${t.value} >= 0 and ${t.n} >= 0`),
  ],
);
