import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { file } from "./candidate.ts";
import { id, instant, orgId } from "./columns.ts";
import { metricFigure } from "./metric.ts";
import { member } from "./organization.ts";

/** How a member's week went, in their words, and what their manager answered. */
export const checkIn = pgTable(
  "check_in",
  {
    orgId: orgId(),
    id: id(),
    memberId: uuid("member_id").notNull(),
    /** The Monday of the week. */
    week: date("week", { mode: "string" }).notNull(),
    done: text("done").notNull(),
    blocked: text("blocked").notNull(),
    /** 1 to 5; null where nothing was said. */
    confidence: integer("confidence"),
    /** Hours spent on growing. */
    hours: integer("hours"),
    /** Counts what the member saved: an answer is to the words that were read. */
    revision: integer("revision").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    reply: text("reply").notNull(),
    repliedBy: uuid("replied_by"),
    repliedAt: instant("replied_at"),
  },
  (t) => [
    primaryKey({ name: "check_in_pkey", columns: [t.orgId, t.id] }),
    unique("check_in_week_key").on(t.orgId, t.memberId, t.week),
    foreignKey({
      name: "check_in_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "check_in_reply_fkey",
      columns: [t.orgId, t.repliedBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check("check_in_week", sql`extract(isodow from ${t.week}) = 1`),
    check("check_in_confidence", sql`${t.confidence} between 1 and 5`),
    check("check_in_hours", sql`${t.hours} between 0 and 80`),
    check("check_in_replied", sql`(${t.repliedBy} is null) = (${t.repliedAt} is null)`),
  ],
);

/** What shows how a member does in some competencies; a removed one keeps its reason. */
export const evidence = pgTable(
  "evidence",
  {
    orgId: orgId(),
    id: id(),
    memberId: uuid("member_id").notNull(),
    kind: text("kind").$type<"link" | "file" | "metric">().notNull(),
    title: text("title").notNull(),
    note: text("note").notNull(),
    url: text("url"),
    fileId: uuid("file_id"),
    figureId: uuid("figure_id"),
    /** Keys of competencies. */
    competencies: text("competencies").array().notNull(),
    /** The day it is of. */
    day: date("day", { mode: "string" }).notNull(),
    addedBy: uuid("added_by").notNull(),
    addedAt: instant("added_at").notNull(),
    removedBy: uuid("removed_by"),
    removedAt: instant("removed_at"),
    removedReason: text("removed_reason").notNull(),
  },
  (t) => [
    primaryKey({ name: "evidence_pkey", columns: [t.orgId, t.id] }),
    index("evidence_member_idx").on(t.orgId, t.memberId, t.day),
    foreignKey({
      name: "evidence_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "evidence_file_fkey",
      columns: [t.orgId, t.fileId],
      foreignColumns: [file.orgId, file.id],
    }),
    foreignKey({
      name: "evidence_figure_fkey",
      columns: [t.orgId, t.figureId],
      foreignColumns: [metricFigure.orgId, metricFigure.id],
    }),
    foreignKey({
      name: "evidence_added_fkey",
      columns: [t.orgId, t.addedBy],
      foreignColumns: [member.orgId, member.id],
    }),
    foreignKey({
      name: "evidence_removed_fkey",
      columns: [t.orgId, t.removedBy],
      foreignColumns: [member.orgId, member.id],
    }),
    check("evidence_kind", sql`${t.kind} in ('link', 'file', 'metric')`),
    check("evidence_removed", sql`(${t.removedBy} is null) = (${t.removedAt} is null)`),
    check(
      "evidence_content",
      sql`case ${t.kind}
        when 'link' then ${t.url} is not null and coalesce(${t.fileId}, ${t.figureId}) is null
        when 'file' then (${t.fileId} is null) = (${t.removedAt} is not null)
          and ${t.url} is null and ${t.figureId} is null
        else ${t.figureId} is not null and ${t.url} is null and ${t.fileId} is null end`,
    ),
  ],
);

/** That a member left, and until when what is held of their growth is kept for them. */
export const departure = pgTable(
  "departure",
  {
    orgId: orgId(),
    memberId: uuid("member_id").notNull(),
    leftAt: instant("left_at").notNull(),
    eraseAfter: instant("erase_after").notNull(),
    erasedAt: instant("erased_at"),
  },
  (t) => [
    primaryKey({ name: "departure_pkey", columns: [t.orgId, t.memberId] }),
    foreignKey({
      name: "departure_member_fkey",
      columns: [t.orgId, t.memberId],
      foreignColumns: [member.orgId, member.id],
    }),
  ],
);
