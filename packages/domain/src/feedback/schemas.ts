import { z } from "zod";
import { Id, Instant, paragraph } from "../wire.ts";
import { Why } from "../why.ts";

export const AskFeedbackInput = z.strictObject({ applicationId: Id });
export const ShowFeedbackInput = z.strictObject({ applicationId: Id });

/** What is written on one competency. */
export const FeedbackText = paragraph(4000);

const contentWith = (text: z.ZodString) =>
  z.strictObject({ words: z.array(z.strictObject({ competencyId: Id, text })).max(60) });

export const FeedbackContent = contentWith(FeedbackText);
/** The same while it is typed, when a text may be longer than can be saved. */
export const TypedFeedback = contentWith(z.string());
export type FeedbackContent = z.infer<typeof FeedbackContent>;

/** What is written so far; `revision` is the one that it was written over. */
export const SaveFeedbackDraftInput = z.strictObject({
  applicationId: Id,
  revision: z.int().min(0),
  content: FeedbackContent,
});
export const SendFeedbackInput = z.strictObject({ applicationId: Id, content: FeedbackContent });

export const FeedbackDraftSavedView = z.object({ revision: z.int(), savedAt: Instant });

/** Feedback that is owed or was given, for who leads the job. */
export const FeedbackView = z.object({
  applicationId: Id,
  candidate: z.string(),
  job: z.object({ id: Id, title: z.string() }),
  state: z.enum(["asked", "sent"]),
  askedAt: Instant,
  /** Until when it is owed; null: it is not any more. */
  dueAt: Instant.nullable(),
  /** Who has the deadline now. */
  owner: z.string().nullable(),
  sentAt: Instant.nullable(),
  sentBy: z.string().nullable(),
  /** The job's competencies at the application's version, in the order of its criteria. */
  competencies: z.array(
    z.object({
      competencyId: Id,
      name: z.string(),
      level: z.string(),
      anchor: z.string(),
      /** What is written on it, or was sent. */
      text: z.string(),
    }),
  ),
  revision: z.int(),
  draftSavedAt: Instant.nullable(),
  may: z.object({ write: Why.nullable() }),
});
export type FeedbackView = z.infer<typeof FeedbackView>;

/** What the person themselves sees of it on their page. */
export const OwnFeedback = z.object({
  askedAt: Instant,
  /** Until when it was promised; null: nothing is owed any more. */
  dueAt: Instant.nullable(),
  sentAt: Instant.nullable(),
  words: z.array(z.object({ key: z.string(), competency: z.string(), text: z.string() })),
});
export type OwnFeedback = z.infer<typeof OwnFeedback>;
