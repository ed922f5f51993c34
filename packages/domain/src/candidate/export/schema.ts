import { z } from "zod";
import { Day, Instant } from "../../wire.ts";

const Judgement = z.object({
  by: z.string(),
  submittedAt: Instant,
  recommendation: z.string().nullable(),
  summary: z.string(),
  correctionReason: z.string().nullable(),
  struck: z.boolean(),
  ratings: z.array(
    z.object({
      criterion: z.string(),
      rating: z.string().nullable(),
      notAssessedReason: z.string(),
      evidence: z.string(),
    }),
  ),
  notes: z.array(z.object({ question: z.string(), text: z.string() })),
});

const Scorecard = z.object({
  by: z.string(),
  state: z.string(),
  assignedAt: Instant,
  /** What is kept of one that is not submitted. */
  draft: z.string().nullable(),
  versions: z.array(Judgement),
});

const Interview = z.object({
  name: z.string(),
  kind: z.string(),
  state: z.string(),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  place: z.string(),
  focus: z.string(),
  scorecards: z.array(Scorecard),
});

const Application = z.object({
  job: z.string(),
  state: z.string(),
  stateReason: z.string().nullable(),
  source: z.string(),
  createdAt: Instant,
  endedAt: Instant.nullable(),
  nextWordAt: Instant.nullable(),
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  stages: z.array(
    z.object({ name: z.string(), enteredAt: Instant, decidedAt: Instant.nullable() }),
  ),
  interviews: z.array(Interview),
  notes: z.array(z.object({ by: z.string(), at: Instant, kind: z.string(), text: z.string() })),
  debriefs: z.array(
    z.object({
      stage: z.string(),
      session: z.int(),
      state: z.string(),
      openedAt: Instant,
      notes: z.string(),
      reason: z.string().nullable(),
      secondRatings: z.array(
        z.object({ criterion: z.string(), rating: z.string(), reason: z.string() }),
      ),
    }),
  ),
  decisions: z.array(
    z.object({
      by: z.string(),
      at: Instant,
      stage: z.string(),
      kind: z.string(),
      state: z.string(),
      reason: z.string(),
      requirement: z.string().nullable(),
      level: z.string().nullable(),
      criteria: z.array(z.string()),
      reversalReason: z.string().nullable(),
    }),
  ),
  offers: z.array(
    z.object({
      version: z.int(),
      state: z.string(),
      level: z.string(),
      amountMinor: z.int(),
      currency: z.string(),
      variableMinor: z.int(),
      equity: z.string(),
      equityMinor: z.int().nullable(),
      signingMinor: z.int(),
      benefits: z.array(z.object({ name: z.string(), valueMinor: z.int().nullable() })),
      startDate: Day,
      expiresAt: Instant,
      conditions: z.string(),
      conditionList: z.array(
        z.object({ kind: z.string(), words: z.string(), state: z.string(), reason: z.string() }),
      ),
      exceptions: z.array(
        z.object({
          state: z.string(),
          reason: z.string(),
          askedBy: z.string(),
          answeredBy: z.string().nullable(),
          answerReason: z.string(),
        }),
      ),
      rangeReason: z.string(),
      answer: z.string(),
      sentAt: Instant.nullable(),
      answeredAt: Instant.nullable(),
    }),
  ),
  rangesShown: z.array(
    z.object({
      how: z.string(),
      region: z.string().nullable(),
      at: Instant,
      minMinor: z.int(),
      maxMinor: z.int(),
      currency: z.string(),
    }),
  ),
  adjustments: z.array(
    z.object({
      asked: z.string(),
      effect: z.string(),
      createdAt: Instant,
      answeredAt: Instant.nullable(),
    }),
  ),
  /** What was asked for after a rejection, with what was written, sent or not. */
  feedback: z
    .object({
      askedAt: Instant,
      sentAt: Instant.nullable(),
      by: z.string().nullable(),
      words: z.array(z.object({ competency: z.string(), text: z.string() })),
    })
    .nullable(),
  deviations: z.array(
    z.object({ by: z.string(), at: Instant, kind: z.string(), reason: z.string() }),
  ),
  sealsBroken: z.array(z.object({ by: z.string(), at: Instant, reason: z.string() })),
  timeline: z.array(
    z.object({
      at: Instant,
      what: z.string(),
      by: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
  ),
});

/** Everything that an organization holds about a person; who wrote it stands there by duty. */
export const ExportDocument = z.object({
  format: z.literal("rubric-export-1"),
  heldAt: Instant,
  organization: z.string(),
  person: z.object({
    name: z.string(),
    email: z.string(),
    phone: z.string(),
    headline: z.string(),
    location: z.string(),
    links: z.array(z.string()),
    resume: z.record(z.string(), z.unknown()).nullable(),
    heldSince: Instant,
  }),
  files: z.array(
    z.object({
      name: z.string(),
      mediaType: z.string(),
      size: z.int(),
      sha256: z.string(),
      receivedAt: Instant,
    }),
  ),
  applications: z.array(Application),
  relations: z.array(z.object({ by: z.string(), kind: z.string(), note: z.string(), at: Instant })),
  emails: z.array(z.object({ what: z.string(), to: z.string(), state: z.string(), at: Instant })),
  talentPool: z.array(
    z.object({
      text: z.string(),
      givenAt: Instant,
      until: Instant,
      ended: z.string().nullable(),
      endedAt: Instant.nullable(),
    }),
  ),
  /** Notices of GDPR 14, as they were worded. */
  privacyNotices: z.array(z.object({ at: Instant, text: z.string() })),
  legalHolds: z.array(z.object({ setAt: Instant, liftedAt: Instant.nullable() })),
  erasures: z.array(z.object({ state: z.string(), askedBy: z.string(), at: Instant })),
  /** What is owed to them or about them, by whom (by duty), and who says so. */
  deadlines: z.array(
    z.object({
      job: z.string().nullable(),
      what: z.string(),
      by: z.string().nullable(),
      state: z.string(),
      since: Instant,
      dueAt: Instant,
      doneAt: Instant.nullable(),
      note: z.string(),
      setBy: z.array(z.object({ sentence: z.string(), source: z.string() })),
    }),
  ),
  /** Experiments that they were part of: what each asks, and the variant that they were in. */
  experiments: z.array(z.object({ question: z.string(), variant: z.string(), since: Instant })),
  /**
   * How they identified themselves, of their own will; no member reads it. Null in an answer that is
   * given a second time: what is kept to give it again does not hold this.
   */
  selfIdentification: z
    .array(z.object({ job: z.string(), attribute: z.string(), answer: z.string(), at: Instant }))
    .nullable(),
});
export type ExportDocument = z.infer<typeof ExportDocument>;
export type ExportedApplication = z.infer<typeof Application>;
export type ExportedInterview = z.infer<typeof Interview>;
