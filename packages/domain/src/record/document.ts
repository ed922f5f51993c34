import { z } from "zod";
import { BaselineRecord } from "../baseline/schemas.ts";
import { EVIDENCE_KINDS } from "../evidence/schemas.ts";
import { GOALS, ITEM_KINDS, LEFT_OUT } from "../plan/request.ts";
import { GAP_SOURCES, PLAN_STATES, WhyInPlan } from "../plan/schemas.ts";
import { RATINGS } from "../scorecard/schemas.ts";
import { Day, Instant } from "../wire.ts";

export const RECORD_FORMAT = "rubric-growth-record";
export const RECORD_VERSION = 1;

const LadderRecord = z.array(
  z.object({
    framework: z.string(),
    version: z.int(),
    level: z.string(),
    from: Day,
    reason: z.string(),
  }),
);

const SideRecord = z.object({
  by: z.string(),
  at: Instant,
  summary: z.string(),
  ratings: z.array(
    z.object({
      competency: z.string(),
      /** Null: not assessed, with the reason. */
      rating: z.enum(RATINGS).nullable(),
      notAssessedReason: z.string(),
      evidence: z.string(),
    }),
  ),
});

const ReviewsRecord = z.array(
  z.object({
    framework: z.string(),
    level: z.string(),
    state: z.enum(["open", "closed", "cancelled"]),
    openedAt: Instant,
    dueAt: Instant,
    /** Null: not submitted. */
    self: SideRecord.nullable(),
    /** Null: not submitted, or sealed for the person when the record was made. */
    manager: SideRecord.nullable(),
    outcome: z.string(),
    answer: z.string(),
  }),
);

const CheckInsRecord = z.array(
  z.object({
    /** The Monday of the week. */
    week: Day,
    done: z.string(),
    blocked: z.string(),
    /** 1 to 5. */
    confidence: z.int().nullable(),
    hours: z.int().nullable(),
    recordedAt: Instant,
    reply: z.object({ by: z.string(), at: Instant, text: z.string() }).nullable(),
  }),
);

const EvidenceRecord = z.array(
  z.object({
    kind: z.enum(EVIDENCE_KINDS),
    title: z.string(),
    note: z.string(),
    /** Names of competencies, or keys of those that the framework has no more. */
    competencies: z.array(z.string()),
    day: Day,
    url: z.string().nullable(),
    /** The file itself, in base64 (RFC 4648). */
    file: z
      .object({
        name: z.string(),
        mediaType: z.string(),
        sha256: z.string(),
        base64: z.string(),
      })
      .nullable(),
    addedBy: z.string(),
    removed: z.object({ by: z.string(), at: Instant, reason: z.string() }).nullable(),
  }),
);

const MetricsRecord = z.array(
  z.object({
    metric: z.string(),
    name: z.string(),
    says: z.string(),
    unit: z.string(),
    target: z.string(),
    period: z.enum(["week", "quarter"]),
    from: Day,
    through: Day,
    value: z.number(),
    n: z.int().nullable(),
    /** Where it was fetched, or who entered it. */
    source: z.string(),
    at: Instant,
    meets: z.boolean(),
  }),
);

const PlansRecord = z.array(
  z.object({
    number: z.int(),
    state: z.enum(PLAN_STATES),
    goal: z.enum(GOALS),
    aimedAt: z.string(),
    technologies: z.array(z.string()),
    weeks: z.int(),
    hoursAWeek: z.int(),
    startOn: Day,
    /** Its last day. */
    endsOn: Day,
    madeBy: z.string(),
    createdAt: Instant,
    agreedAt: Instant.nullable(),
    /** When another took its place, or it was ended. */
    endedAt: Instant.nullable(),
    endReason: z.string(),
    agreements: z.array(
      z.object({ side: z.enum(["self", "manager"]), by: z.string(), at: Instant }),
    ),
    gaps: z.array(
      z.object({
        competency: z.string(),
        from: z.string(),
        /** 0 to 5. */
        size: z.number(),
        by: z.enum(GAP_SOURCES),
      }),
    ),
    items: z.array(
      z.object({
        kind: z.enum(ITEM_KINDS),
        competency: z.string(),
        level: z.string(),
        title: z.string(),
        summary: z.string(),
        hours: z.int(),
        /** What would show it. */
        evidence: z.string(),
        /** Weeks are counted from 1. */
        portions: z.array(z.object({ week: z.int(), hours: z.int() })),
        why: WhyInPlan,
        /** Titles of what it had to wait for. */
        after: z.array(z.string()),
        done: z.object({ at: Instant, by: z.string(), shown: z.string() }).nullable(),
      }),
    ),
    left: z.array(
      z.object({ title: z.string(), competency: z.string(), because: z.enum(LEFT_OUT) }),
    ),
  }),
);

/** The parts of a record, as its document has them. */
export const RecordSections = z.object({
  ladder: LadderRecord,
  /** What the interviews before the hire showed: one, or none. */
  baseline: z.array(BaselineRecord),
  reviews: ReviewsRecord,
  plans: PlansRecord,
  checkIns: CheckInsRecord,
  evidence: EvidenceRecord,
  metrics: MetricsRecord,
});
export type RecordSections = z.infer<typeof RecordSections>;
