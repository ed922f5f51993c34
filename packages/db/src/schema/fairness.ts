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
  uuid,
} from "drizzle-orm/pg-core";
import { application } from "./application.ts";
import { instant, orgId } from "./columns.ts";

/**
 * How a candidate identifies themself, of their own will. `rubric_api` sees a row in the candidate's
 * own calls only: a restrictive policy beside the tenant's says so (`SELF_ONLY` in secure.ts).
 */
export const selfIdentification = pgTable(
  "self_identification",
  {
    orgId: orgId(),
    applicationId: uuid("application_id").notNull(),
    attribute: text("attribute").notNull(),
    candidateId: uuid("candidate_id").notNull(),
    answer: text("answer").notNull(),
    answeredAt: instant("answered_at").notNull(),
    /** The year whose figures it went into; it goes into no others. */
    countedIn: integer("counted_in"),
  },
  (t) => [
    primaryKey({
      name: "self_identification_pkey",
      columns: [t.orgId, t.applicationId, t.attribute],
    }),
    index("self_identification_candidate_idx").on(t.orgId, t.candidateId),
    foreignKey({
      name: "self_identification_application_fkey",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [application.orgId, application.id],
    }),
  ],
);

/** What may be shown of a calendar year's selection by group. Written once, holds no small number. */
export const adverseImpact = pgTable(
  "adverse_impact",
  {
    orgId: orgId(),
    year: integer("year").notNull(),
    /** The smallest number of people that a cell shows. */
    least: integer("least").notNull(),
    tables: jsonb("tables")
      .$type<
        {
          attribute: string;
          jobId: string | null;
          depth: string;
          rows: { group: string; counts: number[] }[];
        }[]
      >()
      .notNull(),
    /** The attributes that were asked for. */
    attributes: text("attributes").array().notNull(),
    madeAt: instant("made_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "adverse_impact_pkey", columns: [t.orgId, t.year] }),
    check("adverse_impact_least", sql`${t.least} >= 5`),
  ],
);
