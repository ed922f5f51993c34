import { z } from "zod";
import { EVIDENCE_KINDS } from "../evidence/schemas.ts";
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

/** The parts of a record, as its document has them. */
export const RecordSections = z.object({
  ladder: LadderRecord,
  reviews: ReviewsRecord,
  checkIns: CheckInsRecord,
  evidence: EvidenceRecord,
  metrics: MetricsRecord,
});
export type RecordSections = z.infer<typeof RecordSections>;
