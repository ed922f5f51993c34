import {
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, orgId } from "./columns.ts";
import { framework } from "./framework.ts";
import { member } from "./organization.ts";

/** One thing to do in order to grow, as the library's file has it. */
export type LibraryEntry = {
  id: string;
  kind: "reading" | "practice" | "project" | "pairing";
  competency: string;
  level: string;
  title: string;
  summary: string;
  hours: number;
  technologies: string[];
  requires: string[];
  evidence: string;
  preparation: boolean;
  goals: ("new_role" | "promotion" | "learning_path")[];
};

/**
 * A version of the library that goes with a framework; the newest holds, and none ever changes. Its
 * items are one document and no rows: each plan is made from all of them at once, a file replaces
 * them all, and nothing refers to one of them but by its id within this version.
 */
export const libraryVersion = pgTable(
  "library_version",
  {
    orgId: orgId(),
    id: id(),
    frameworkId: uuid("framework_id").notNull(),
    number: integer("number").notNull(),
    name: text("name").notNull(),
    summary: text("summary").notNull(),
    items: jsonb("items").$type<LibraryEntry[]>().notNull(),
    importedBy: uuid("imported_by").notNull(),
    importedAt: instant("imported_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "library_version_pkey", columns: [t.orgId, t.id] }),
    unique("library_version_number_key").on(t.orgId, t.frameworkId, t.number),
    foreignKey({
      name: "library_version_framework_fkey",
      columns: [t.orgId, t.frameworkId],
      foreignColumns: [framework.orgId, framework.id],
    }),
    foreignKey({
      name: "library_version_author_fkey",
      columns: [t.orgId, t.importedBy],
      foreignColumns: [member.orgId, member.id],
    }),
  ],
);
