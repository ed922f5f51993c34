import { z } from "zod";
import { Why } from "../why.ts";
import { Day, Id, Instant, reason } from "../wire.ts";
import { KEEP_REASONS } from "./what-now.ts";

export const EraseInput = z.strictObject({ candidateId: Id, reason: reason() });

export const ErasureView = z.object({
  id: Id,
  state: z.enum(["asked", "running", "done"]),
  askedAt: Instant,
});
export type ErasureView = z.infer<typeof ErasureView>;

export const OnApplicationInput = z.strictObject({ applicationId: Id });
export const NoInput = z.strictObject({});

export const SetHoldInput = z.strictObject({
  on: z.enum(["candidate", "job"]),
  subjectId: Id,
  reason: reason(),
});
export const LiftHoldInput = z.strictObject({ holdId: Id, reason: reason() });
export const HoldView = z.object({ id: Id, setAt: Instant, liftedAt: Instant.nullable() });
export type HoldView = z.infer<typeof HoldView>;

export const SetPoolInput = z.strictObject({
  askAtRejection: z.boolean(),
  poolMonths: z.int().min(1, "At least 1 month.").max(24, "At most 24 months."),
});
export const PoolSettingsView = z.object({ askAtRejection: z.boolean(), poolMonths: z.int() });
export type PoolSettingsView = z.infer<typeof PoolSettingsView>;

const Bound = z.object({ at: Instant, region: z.string(), why: z.string() });

/** How long one application is kept, and why. */
export const KeepingView = z.object({
  candidateId: Id,
  verdict: z.enum(["keep", "restrict", "erase"]),
  why: z.enum(KEEP_REASONS),
  sentence: z.string(),
  until: Instant.nullable(),
  /** The latest legal minimum and the earliest legal maximum, each with the region that sets it. */
  lower: Bound.nullable(),
  upper: Bound.nullable(),
  /** The minimum lies beyond the maximum: locked away from the one until the other. */
  conflict: z.boolean(),
  /** Set while the person is in the talent pool. */
  pool: z.object({ until: Instant, since: Instant }).nullable(),
  holds: z.array(z.object({ id: Id, on: z.enum(["candidate", "job"]), setAt: Instant })),
  notice: z
    .object({
      how: z.enum(["post", "notice"]),
      version: z.int().nullable(),
      dueAt: Instant.nullable(),
      sentAt: Instant.nullable(),
      state: z.enum(["queued", "sending", "sent", "taken_back", "failed"]).nullable(),
    })
    .nullable(),
  may: z.object({ sendNotice: Why.nullable(), hold: Why.nullable() }),
});
export type KeepingView = z.infer<typeof KeepingView>;

/** What is kept how long, and on what a legal hold stands. */
export const RetentionView = z.object({
  regions: z.array(
    z.object({
      region: z.string(),
      atLeast: z.string().nullable(),
      atMost: z.string().nullable(),
      policyMonths: z.int().nullable(),
    }),
  ),
  holds: z.array(
    z.object({
      id: Id,
      on: z.enum(["candidate", "job"]),
      subjectId: Id,
      jobIds: z.array(Id),
      jobs: z.array(z.string()),
      reason: z.string(),
      by: z.string(),
      setAt: Instant,
      liftedAt: Instant.nullable(),
      liftedReason: z.string().nullable(),
    }),
  ),
  jobs: z.array(z.object({ id: Id, title: z.string() })),
  pool: z.object({ askAtRejection: z.boolean(), poolMonths: z.int(), people: z.int() }),
  /** How many people are locked away. */
  restricted: z.int(),
});
export type RetentionView = z.infer<typeof RetentionView>;

export const ListDueInput = z.strictObject({
  /** The `nextCursor` of the page before. */
  cursor: Id.nullish(),
});

/** What is due next among so many people, the soonest first; more may come from those after them. */
export const DueListView = z
  .object({
    due: z.array(
      z.object({
        on: Day,
        jobId: Id,
        job: z.string(),
        why: z.enum(KEEP_REASONS),
        applications: z.int(),
        conflict: z.boolean(),
      }),
    ),
    /** How many people this page looked through. */
    looked: z.int(),
    /** How many there are in all. */
    people: z.int(),
    nextCursor: Id.nullable(),
  })
  .meta({ page: { items: "due", cursor: "nextCursor" } });
export type DueListView = z.infer<typeof DueListView>;
