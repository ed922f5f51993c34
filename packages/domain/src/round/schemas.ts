import { z } from "zod";
import { Region } from "../region/schemas.ts";
import { Why } from "../why.ts";
import { Day, Id, Instant } from "../wire.ts";

export const NoInput = z.strictObject({});
export const OpenRoundInput = z.strictObject({
  /** ISO 3166; null: for whom no establishment is named. */
  establishment: Region.nullable(),
  dueOn: Day,
});

export const RoundsView = z.object({
  /** The one that runs, as `2026-Q4`. */
  quarter: z.string(),
  /** Where people with a manager and a level work, who would have their turn. */
  establishments: z.array(
    z.object({ establishment: z.string().nullable(), people: z.int(), open: Why.nullable() }),
  ),
  /** Newest first; numbers and never names. */
  rounds: z.array(
    z.object({
      id: Id,
      quarter: z.string(),
      establishment: z.string().nullable(),
      openedAt: Instant,
      /** Who opened it; null: by policy. */
      openedBy: z.string().nullable(),
      dueAt: Instant,
      /** Everyone had their turn. */
      filled: z.boolean(),
      counts: z.object({
        /** Neither side, or one of two, is in. */
        open: z.int(),
        /** Both sides are in, and it is not closed. */
        in: z.int(),
        closed: z.int(),
        cancelled: z.int(),
        /** Who had a review open already, or no level. */
        reviewOpen: z.int(),
        notPlaced: z.int(),
      }),
    }),
  ),
});
export type RoundsView = z.infer<typeof RoundsView>;

const Severity = z.object({
  /** Steps of the scale by which a manager rates higher (+) or lower than people rate themselves, against all others. */
  difference: z.number(),
  low: z.number(),
  high: z.number(),
});

export const RatersView = z.object({
  /** For admins: by establishment, without names. Null for everybody else. */
  all: z
    .array(
      z.object({
        establishment: z.string().nullable(),
        /** Why there are no figures: off, or too few. */
        hidden: Why.nullable(),
        people: z.int(),
        pairs: z.int(),
        /** Cohen's weighted kappa of self and manager; null where hidden or nobody varies. */
        kappa: z.number().nullable(),
        /** One for each manager with enough people, from the strictest on. */
        severities: z.array(Severity),
      }),
    )
    .nullable(),
  /** The caller's own, where they manage enough people. */
  own: z.array(
    z.object({
      establishment: z.string().nullable(),
      hidden: Why.nullable(),
      people: z.int(),
      severity: Severity.nullable(),
    }),
  ),
});
export type RatersView = z.infer<typeof RatersView>;
