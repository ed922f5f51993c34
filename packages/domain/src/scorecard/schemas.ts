import type { Rating, Recommendation } from "@rubric/db/schema";
import { z } from "zod";
import { Id, Instant, paragraph, reason } from "../wire.ts";

export const RATINGS = [
  "definitely_not",
  "no",
  "mixed",
  "yes",
  "strong_yes",
] as const satisfies readonly Rating[];
export const RECOMMENDATIONS = [
  "definitely_not",
  "no",
  "yes",
  "strong_yes",
] as const satisfies readonly Recommendation[];

/** What is written on a scorecard in words. */
export const SCORECARD_TEXTS = {
  notAssessedReason: paragraph(2000),
  evidence: paragraph(10_000),
  note: paragraph(10_000),
  summary: paragraph(10_000),
};

const contentWith = (texts: Record<keyof typeof SCORECARD_TEXTS, z.ZodString>) =>
  z.strictObject({
    ratings: z
      .array(
        z.strictObject({
          criterionId: Id,
          rating: z.enum(RATINGS).nullable(),
          notAssessedReason: texts.notAssessedReason,
          evidence: texts.evidence,
        }),
      )
      .max(50),
    notes: z.array(z.strictObject({ questionId: Id, text: texts.note })).max(100),
    recommendation: z.enum(RECOMMENDATIONS).nullable(),
    summary: texts.summary,
  });

/** What an interviewer writes: ratings per criterion, notes per question, recommendation, summary. */
export const ScorecardContent = contentWith(SCORECARD_TEXTS);
/** The same while it is typed, when a text may be longer than can be saved. */
export const TypedScorecard = contentWith({
  notAssessedReason: z.string(),
  evidence: z.string(),
  note: z.string(),
  summary: z.string(),
});
export type ScorecardContent = z.infer<typeof ScorecardContent>;

export const ShowScorecardInput = z.strictObject({ scorecardId: Id });

export const SaveScorecardDraftInput = z.strictObject({
  scorecardId: Id,
  /** The revision that was typed upon; the answer carries the next. */
  revision: z.int().min(0),
  content: ScorecardContent,
});
export const ResumeScorecardInput = z.strictObject({ scorecardId: Id });
export const ResumedView = z.object({ scorecardId: Id, state: z.literal("draft") });
export const DraftSavedView = z.object({ revision: z.int(), savedAt: Instant });

export const SubmitScorecardInput = z.strictObject({ scorecardId: Id, content: ScorecardContent });

export const CorrectScorecardInput = z.strictObject({
  scorecardId: Id,
  reason: reason(),
  content: ScorecardContent,
});

export const ExcuseScorecardInput = z.strictObject({
  scorecardId: Id,
  why: z.enum(["absent", "ill", "left", "conflict_found", "cut_short"]),
  reason: reason(),
});
export const StrikeScorecardInput = z.strictObject({
  scorecardId: Id,
  why: z.enum(["wrong_candidate", "unlawful_content"]),
  reason: reason(),
});
export const BreakGlassInput = z.strictObject({
  applicationId: Id,
  stageId: Id,
  reason: z
    .string()
    .trim()
    .min(20, "Say in at least 20 characters why the seal must be broken.")
    .max(2000, "At most 2000 characters."),
});
export const ListScorecardsInput = z.strictObject({ applicationId: Id });

export const SCORECARD_STATES = [
  "assigned",
  "draft",
  "submitted",
  "excused",
  "void",
  "struck",
] as const;

export const ScorecardVersionView = z.object({
  number: z.int(),
  submittedAt: Instant,
  reason: z.string().nullable(),
  /** Its author could read another's judgement of the candidate before writing it. */
  afterReading: z.boolean(),
  /** Names of the stages they could read by then. */
  readStages: z.array(z.string()),
  struck: z.object({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
  recommendation: z.enum(RECOMMENDATIONS).nullable(),
  summary: z.string(),
  ratings: z.array(
    z.object({
      criterionId: Id,
      rating: z.enum(RATINGS).nullable(),
      notAssessedReason: z.string(),
      evidence: z.string(),
    }),
  ),
  notes: z.array(z.object({ questionId: Id, text: z.string() })),
});

/** Someone read the sealed scorecards of the stage; the line stays (law 1). */
export const GlassBroken = z.object({ by: z.string(), at: Instant });

/** One's own scorecard: the draft while it is open, then its versions, newest first. */
export const ScorecardView = z.object({
  id: Id,
  interviewId: Id,
  applicationId: Id,
  author: z.object({ id: Id, name: z.string() }),
  shadow: z.boolean(),
  state: z.enum(SCORECARD_STATES),
  draft: ScorecardContent,
  draftRevision: z.int(),
  draftSavedAt: Instant.nullable(),
  submittedAt: Instant.nullable(),
  /** Why its author is excused, while they are. */
  excused: z.string().nullable(),
  glassBroken: z.array(GlassBroken),
  versions: z.array(ScorecardVersionView),
});
export type ScorecardView = z.infer<typeof ScorecardView>;

/** A scorecard as others read it: what was submitted, never a draft. */
export const OpenScorecard = ScorecardView.omit({
  draft: true,
  draftRevision: true,
  draftSavedAt: true,
}).extend({ interview: z.object({ name: z.string(), startsAt: Instant.nullable() }) });

const Stage = z.object({
  stageId: Id,
  name: z.string(),
  quorum: z.object({
    needed: z.int(),
    counted: z.int(),
    met: z.boolean(),
    /** Why fewer are enough here; null where the quorum was not lowered. */
    loweredBecause: z.string().nullable(),
  }),
});

/** Who sits in a stage and whether their scorecard is in; says nothing about the candidate. */
export const SeatView = z.object({
  name: z.string(),
  shadow: z.boolean(),
  state: z.enum(SCORECARD_STATES),
});

/** What a criterion is called. */
export const NamedCriterion = z.object({ id: Id, name: z.string() });

/** The scorecards of an application by stage; a sealed stage says why and shows none of its words. */
export const ScorecardListView = z.object({
  /** Names of the criteria that the open scorecards speak of. */
  criteria: z.array(NamedCriterion),
  stages: z.array(
    Stage.extend({
      seats: z.array(SeatView),
      sealed: z.object({ sentence: z.string(), lift: z.string().nullable() }).nullable(),
      scorecards: z.array(OpenScorecard),
      glassBroken: z.array(GlassBroken.extend({ reason: z.string() })),
    }),
  ),
});
export type ScorecardListView = z.infer<typeof ScorecardListView>;

/** What breaking the glass shows, once. */
export const BrokenGlassView = z.object({
  stageId: Id,
  name: z.string(),
  /** Names of the criteria that the scorecards speak of. */
  criteria: z.array(NamedCriterion),
  scorecards: z.array(OpenScorecard),
});
export type BrokenGlassView = z.infer<typeof BrokenGlassView>;

/** What who excused somebody sees next. */
export const ExcusedView = z.object({
  scorecardId: Id,
  state: z.enum(SCORECARD_STATES),
  reason: z.string(),
  quorum: z.object({ needed: z.int(), counted: z.int(), met: z.boolean() }),
});

/** What the admin who struck a scorecard sees next: never its text. */
export const StruckView = z.object({
  scorecardId: Id,
  state: z.enum(SCORECARD_STATES),
  reason: z.string(),
});
