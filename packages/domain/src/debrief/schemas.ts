import type { decision } from "@rubric/db/schema";
import { z } from "zod";
import { RATINGS, RECOMMENDATIONS, SCORECARD_STATES } from "../scorecard/schemas.ts";
import { Id, Instant, line, paragraph, reason } from "../wire.ts";
import { Why } from "../why.ts";

export const DECISION_KINDS = [
  "advance",
  "reject",
  "offer",
] as const satisfies readonly (typeof decision.$inferSelect)["kind"][];
export type DecisionKind = (typeof DECISION_KINDS)[number];

const ofStage = { applicationId: Id, stageId: Id };

/** `stageId` null: the stage that the application is in. */
export const ShowDebriefInput = z.strictObject({ applicationId: Id, stageId: Id.nullable() });
export const OpenDebriefInput = z.strictObject(ofStage);
export const RateAgainInput = z.strictObject({
  scorecardId: Id,
  criterionId: Id,
  rating: z.enum(RATINGS),
  reason: reason(),
});
export const SaveDebriefNotesInput = z.strictObject({
  ...ofStage,
  /** The notes as they were when one began to type. */
  previous: paragraph(20_000),
  notes: paragraph(20_000),
});
export const CloseDebriefInput = z.strictObject(ofStage);
export const SkipDebriefInput = z.strictObject({ ...ofStage, reason: reason() });
export const ReopenDebriefInput = z.strictObject({ ...ofStage, reason: reason() });
export const LowerQuorumInput = z.strictObject({
  ...ofStage,
  to: z.int().min(1, "At least one scorecard must count."),
  reason: reason(),
});

const grounds = {
  kind: z.enum(DECISION_KINDS),
  /** The hiring level by its key in the framework. */
  levelKey: line(80),
  /** Why another level than the job's; empty where it is the job's. */
  levelReason: paragraph(2000),
  criterionIds: z.array(Id).max(50),
  /** The requirement of the post, for a stage without interviews. */
  requirement: paragraph(2000),
  reason: reason(),
};
export const DecideInput = z.strictObject({ ...ofStage, ...grounds });
export type DecideInput = z.infer<typeof DecideInput>;
export const ReverseDecisionInput = z.strictObject({
  applicationId: Id,
  decisionId: Id,
  ...grounds,
  reversalReason: reason(),
});
export type ReverseDecisionInput = z.infer<typeof ReverseDecisionInput>;

/** Null: one may. Otherwise why not, and what would lift it. */
export const MayView = Why.nullable();
export type MayView = z.infer<typeof MayView>;

export const DEBRIEF_STATES = ["waiting", "ready", "open", "closed", "not_held"] as const;

const RaterView = z.object({
  scorecardId: Id,
  authorId: Id,
  name: z.string(),
  mine: z.boolean(),
  interview: z.string(),
  state: z.enum(SCORECARD_STATES),
  shadow: z.boolean(),
  counts: z.boolean(),
  /** Its author could read others before writing it: left out of agreement. */
  afterReading: z.boolean(),
  /** Corrections made after the version that is shown. */
  laterVersions: z.int(),
  excused: z.string().nullable(),
  recommendation: z.enum(RECOMMENDATIONS).nullable(),
  summary: z.string(),
});
export type RaterView = z.infer<typeof RaterView>;

const CellView = z.object({
  scorecardId: Id,
  rating: z.enum(RATINGS).nullable(),
  notAssessedReason: z.string(),
  evidence: z.string(),
  /** What its author said after the talk, of the newest session in which they said something. */
  second: z
    .object({ rating: z.enum(RATINGS), reason: z.string(), session: z.int(), at: Instant })
    .nullable(),
  /** A later correction, where it differs. */
  later: z
    .object({
      rating: z.enum(RATINGS).nullable(),
      evidence: z.string(),
      number: z.int(),
      at: Instant,
    })
    .nullable(),
});
export type CellView = z.infer<typeof CellView>;

const RowView = z.object({
  criterionId: Id,
  name: z.string(),
  weight: z.int(),
  required: z.boolean(),
  expected: z.object({ level: z.string(), anchor: z.string() }),
  withdrawn: z.boolean(),
  /** Steps between the lowest and the highest rating, second ones counted; null with fewer than two raters. */
  spread: z.int().nullable(),
  cells: z.array(CellView),
});
export type RowView = z.infer<typeof RowView>;

const SessionView = z.object({
  id: Id,
  session: z.int(),
  state: z.enum(["open", "closed", "not_held"]),
  notes: z.string(),
  reason: z.string().nullable(),
  openedBy: z.string(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
});

const DecisionView = z.object({
  id: Id,
  stageId: Id,
  stage: z.string(),
  kind: z.enum(DECISION_KINDS),
  state: z.enum(["recorded", "superseded"]),
  level: z.string(),
  reason: z.string(),
  requirement: z.string().nullable(),
  grounds: z.array(z.object({ criterionId: Id, name: z.string() })),
  /** Ratings that differ between before and after the debrief. */
  changed: z.array(
    z.object({
      rater: z.string(),
      criterion: z.string(),
      before: z.enum(RATINGS).nullable(),
      after: z.enum(RATINGS).nullable(),
    }),
  ),
  by: z.string(),
  at: Instant,
  supersededBy: Id.nullable(),
  reversalReason: z.string().nullable(),
  mayReverse: MayView,
});
export type DecisionView = z.infer<typeof DecisionView>;

/** The debrief of one stage: who rated what, where they differ, what was said, what was decided. */
export const DebriefView = z.object({
  application: z.object({
    id: Id,
    candidateId: Id,
    candidate: z.string(),
    jobId: Id,
    job: z.string(),
    state: z.enum(["active", "on_hold", "rejected", "withdrawn", "transferred", "hired"]),
  }),
  stage: z.object({
    id: Id,
    name: z.string(),
    current: z.boolean(),
    interviewed: z.boolean(),
    asksForDebrief: z.boolean(),
    decided: z.boolean(),
  }),
  stages: z.array(z.object({ id: Id, name: z.string(), current: z.boolean() })),
  state: z.enum(DEBRIEF_STATES),
  sealed: z.object({ sentence: z.string(), lift: z.string().nullable() }).nullable(),
  quorum: z.object({
    needed: z.int(),
    counted: z.int(),
    met: z.boolean(),
    lowered: z.object({ to: z.int(), reason: z.string(), by: z.string() }).nullable(),
  }),
  raters: z.array(RaterView),
  rows: z.array(RowView),
  agreement: z.string(),
  sessions: z.array(SessionView),
  decisions: z.array(DecisionView),
  form: z.object({
    /** Whether the reader decides here at all; the form is for them alone. */
    decides: z.boolean(),
    /** Whether the reader leads the job: opens, writes the notes, lowers the quorum. */
    leads: z.boolean(),
    manages: z.boolean(),
    levels: z.array(z.object({ key: z.string(), name: z.string() })),
    jobLevelKey: z.string(),
    criteria: z.array(
      z.object({
        criterionId: Id,
        name: z.string(),
        /** Somebody rated it in this stage; so too while that is sealed to the reader. */
        rated: z.boolean(),
      }),
    ),
    people: z.object({ counted: z.int(), needed: z.int() }),
    next: z.string().nullable(),
    /** The stage that follows is the offer: to decide to offer enters it too. */
    nextIsOffer: z.boolean(),
    /** Minutes between a rejection and its e-mail. */
    rejectionMailDelay: z.int(),
  }),
  may: z.object({
    open: MayView,
    rate: MayView,
    saveNotes: MayView,
    close: MayView,
    skip: MayView,
    reopen: MayView,
    lowerQuorum: MayView,
    breakGlass: MayView,
    advance: MayView,
    reject: MayView,
    offer: MayView,
  }),
});
export type DebriefView = z.infer<typeof DebriefView>;
