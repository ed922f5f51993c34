import { z } from "zod";
import { RATINGS } from "../scorecard/schemas.ts";
import { Why } from "../why.ts";
import { Day, Id, Instant, paragraph, reason } from "../wire.ts";

export const SIDES = ["self", "manager"] as const;
export const REVIEW_STATES = ["open", "closed", "cancelled"] as const;

/** What is written on a side of a review in words. */
export const REVIEW_TEXTS = {
  notAssessedReason: paragraph(2000),
  evidence: paragraph(10_000),
  summary: paragraph(10_000),
};

const contentWith = (texts: Record<keyof typeof REVIEW_TEXTS, z.ZodString>) =>
  z.strictObject({
    ratings: z
      .array(
        z.strictObject({
          competencyId: Id,
          rating: z.enum(RATINGS).nullable(),
          notAssessedReason: texts.notAssessedReason,
          evidence: texts.evidence,
        }),
      )
      .max(100),
    summary: texts.summary,
  });

/** What one writes into one's side of a review: ratings by competency with evidence, and a summary. */
export const ReviewContent = contentWith(REVIEW_TEXTS);
/** The same while it is typed, when a text may be longer than can be saved. */
export const TypedReview = contentWith({
  notAssessedReason: z.string(),
  evidence: z.string(),
  summary: z.string(),
});
export type ReviewContent = z.infer<typeof ReviewContent>;

export const OpenReviewInput = z.strictObject({ memberId: Id, levelId: Id, dueOn: Day });
export const ReviewInput = z.strictObject({ reviewId: Id });
export const SaveReviewDraftInput = z.strictObject({
  reviewId: Id,
  /** The revision that was typed upon; the answer carries the next. */
  revision: z.int().min(0),
  content: ReviewContent,
});
export const SubmitReviewInput = z.strictObject({ reviewId: Id, content: ReviewContent });
export const CloseReviewInput = z.strictObject({ reviewId: Id, outcome: reason() });
export const CancelReviewInput = z.strictObject({ reviewId: Id, reason: reason() });
export const AnswerReviewInput = z.strictObject({ reviewId: Id, answer: reason() });

export const ReviewDraftSavedView = z.object({ revision: z.int(), savedAt: Instant });

const SubmittedSide = z.object({
  by: z.string(),
  at: Instant,
  /** Submitted when its author could read the other side: it counts in no comparison. */
  afterReading: z.boolean(),
  content: ReviewContent,
});

/** How far a side is, for whoever may not read it. */
const SideState = z.object({
  state: z.enum(["owed", "submitted", "missing"]),
  submitted: SubmittedSide.nullable(),
});

export const ReviewView = z.object({
  id: Id,
  member: z.object({ id: Id, name: z.string() }),
  manager: z.object({ id: Id, name: z.string() }).nullable(),
  framework: z.object({ id: Id, name: z.string(), versionId: Id, number: z.int() }),
  level: z.object({ id: Id, key: z.string(), name: z.string() }),
  state: z.enum(REVIEW_STATES),
  openedAt: Instant,
  dueAt: Instant,
  /** Characters of one's own that an extreme rating rests on (law 2). */
  extremeEvidenceLength: z.int(),
  /** The side that the reader writes. */
  mine: z.enum(SIDES),
  own: SideState.extend({
    draft: z
      .object({
        content: ReviewContent.nullable(),
        revision: z.int(),
        savedAt: Instant.nullable(),
      })
      .nullable(),
  }),
  other: SideState,
  /** Why the other side is not to be read yet. */
  sealed: Why.nullable(),
  /** Only one side came in by the due date. */
  alone: z.enum(SIDES).nullable(),
  rows: z.array(
    z.object({
      competencyId: Id,
      key: z.string(),
      name: z.string(),
      theme: z.string(),
      required: z.boolean(),
      anchor: z.string(),
    }),
  ),
  outcome: z.string(),
  closedAt: Instant.nullable(),
  answer: z.string(),
  answeredAt: Instant.nullable(),
  may: z.object({
    submit: Why.nullable(),
    close: Why.nullable(),
    cancel: Why.nullable(),
    answer: Why.nullable(),
  }),
});
export type ReviewView = z.infer<typeof ReviewView>;
