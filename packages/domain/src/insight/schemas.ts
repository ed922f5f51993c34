import { z } from "zod";
import { Day, Id } from "../wire.ts";

const Interval = z.object({ low: z.number(), high: z.number() });

/** A figure with how many it is of; the interval holds it with 95 %. */
export const FigureView = z.object({
  value: z.number(),
  n: z.int(),
  interval: Interval.nullable(),
});
export type FigureView = z.infer<typeof FigureView>;

/** How one interviewer rates; a figure is null where there are too few to say. */
export const RaterFiguresView = z.object({
  scorecards: z.int(),
  severity: FigureView.nullable(),
  agreement: FigureView.nullable(),
  hours: FigureView.nullable(),
  extremes: FigureView.nullable(),
  evidence: FigureView.nullable(),
});
export type RaterFiguresView = z.infer<typeof RaterFiguresView>;

const PredictionLine = z.object({
  name: z.string(),
  /** As in `2026-Q3`. */
  quarter: z.string(),
  people: z.int(),
  correlation: z.number(),
  interval: Interval,
});
export type PredictionLine = z.infer<typeof PredictionLine>;

export const ShowInsightInput = z.strictObject({});

export const InsightView = z.object({
  /** Applications that ended before this day count in all but the comparison with reviews. */
  until: Day,
  /** The reader's own; null: too few scorecards to say. */
  mine: RaterFiguresView.nullable(),
  /** Null: not for this reader. */
  raters: z
    .object({
      /** Whether a policy lets anybody see figures about interviewers. */
      shown: z.boolean(),
      /** From how many scorecards on. */
      least: z.int(),
      rows: z.array(z.object({ memberId: Id, name: z.string(), figures: RaterFiguresView })),
      /** Interviewers with too few scorecards. */
      hidden: z.int(),
    })
    .nullable(),
  /** Null: not for this reader. */
  prediction: z
    .object({
      shown: z.boolean(),
      least: z.int(),
      /** The last quarter that was looked at; null: none yet. */
      quarter: z.string().nullable(),
      /** All competencies together; null: too few people to say. */
      overall: PredictionLine.nullable(),
      competencies: z.array(PredictionLine),
    })
    .nullable(),
});
export type InsightView = z.infer<typeof InsightView>;

export const QUESTION_SHOWS = ["all", "rotate", "retire", "resting", "never"] as const;
export const QUESTION_ORDERS = ["asked", "separation", "last"] as const;

export const ListQuestionHealthInput = z.strictObject({
  competencyKey: z.string().max(200).nullable(),
  show: z.enum(QUESTION_SHOWS),
  order: z.enum(QUESTION_ORDERS),
  cursor: Id.nullish(),
});

export const QuestionHealthLine = z.object({
  id: Id,
  text: z.string(),
  competencyKey: z.string(),
  kind: z.string(),
  /** Jobs whose adopted plans, current or past, ask it. */
  jobs: z.int(),
  resting: z.object({ until: Day, reason: z.string() }).nullable(),
  asked: z.int(),
  askedThisYear: z.int(),
  lastAsked: Day.nullable(),
  interviewers: z.int(),
  ratings: z.object({
    n: z.int(),
    /** From definitely not to strong yes; null: too few to say. */
    steps: z.array(z.int()).nullable(),
  }),
  /** Cliff's delta; null: too few to say. */
  separation: z
    .object({
      delta: z.number(),
      interval: Interval,
      recommended: z.int(),
      against: z.int(),
    })
    .nullable(),
  suggestion: z.enum(["rotate", "retire"]).nullable(),
});
export type QuestionHealthLine = z.infer<typeof QuestionHealthLine>;

export const QuestionHealthView = z
  .object({
    until: Day,
    questions: z.array(QuestionHealthLine),
    total: z.int(),
    nextCursor: Id.nullable(),
    /** Questions that are suggested for each, whatever is filtered. */
    suggested: z.object({ rotate: z.int(), retire: z.int() }),
    competencies: z.array(z.object({ key: z.string(), name: z.string() })),
  })
  .meta({ page: { items: "questions", cursor: "nextCursor" } });
export type QuestionHealthView = z.infer<typeof QuestionHealthView>;
