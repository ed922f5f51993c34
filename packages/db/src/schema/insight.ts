import { sql } from "drizzle-orm";
import { check, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, orgId } from "./columns.ts";

/** How ratings of interviews and of later reviews go together; holds no figure of few people. */
export type PredictionFigure = {
  /** Key of the competency; null: all of them together. */
  key: string | null;
  name: string;
  /** The quarter that it was made of; what moved by too few since stays as it was. */
  quarter: string;
  people: number;
  /** Spearman's correlation and its 95 % interval, to one decimal. */
  correlation: number;
  low: number;
  high: number;
};

/** What may be shown of a quarter of how interviews predict reviews. Written once. */
export const prediction = pgTable(
  "prediction",
  {
    orgId: orgId(),
    /** `2026-Q3`: what was submitted by its end counts. */
    quarter: text("quarter").notNull(),
    figures: jsonb("figures").$type<PredictionFigure[]>().notNull(),
    madeAt: instant("made_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "prediction_pkey", columns: [t.orgId, t.quarter] }),
    check("prediction_quarter", sql`${t.quarter} ~ '^[0-9]{4}-Q[1-4]$'`),
  ],
);
