import { z } from "zod";
import { Why } from "../why.ts";
import { Day, Id, Instant, paragraph, reason, searched } from "../wire.ts";
import { QUESTION_KINDS } from "./document.ts";

export { QUESTION_KINDS };

const sentence = (max: number) =>
  z.string().trim().min(2, "Please fill this in.").pipe(paragraph(max));

/** What a member writes of a question; the tip speaks to the candidate, the rest to the interviewer. */
export const QuestionContent = z.strictObject({
  kind: z.enum(QUESTION_KINDS),
  competencyKey: z.string().min(1, "Choose a competency.").max(200),
  text: z.string().trim().min(10, "At least 10 characters.").pipe(paragraph(2000)),
  assesses: sentence(2000),
  strongSignals: z.array(sentence(1000)).min(1, "Name at least one.").max(20),
  redFlags: z.array(sentence(1000)).min(1, "Name at least one.").max(20),
  followUps: z.array(sentence(1000)).max(20),
  tip: sentence(2000),
});
export type QuestionContent = z.infer<typeof QuestionContent>;

export const QuestionView = QuestionContent.extend({
  text: z.string(),
  assesses: z.string(),
  strongSignals: z.array(z.string()),
  redFlags: z.array(z.string()),
  followUps: z.array(z.string()),
  tip: z.string(),
  competencyKey: z.string(),
  id: Id,
  createdAt: Instant,
  withdrawn: z.object({ at: Instant, reason: z.string() }).nullable(),
  /** No new kit takes it up before that day. */
  resting: z.object({ until: Day, reason: z.string() }).nullable(),
  /** Jobs whose adopted plans, current or past, ask it. */
  jobs: z.int(),
  may: z.object({
    update: Why.nullable(),
    withdraw: Why.nullable(),
    rest: Why.nullable(),
    wake: Why.nullable(),
  }),
}).strip();
export type QuestionView = z.infer<typeof QuestionView>;

export const ListQuestionsInput = z.strictObject({
  search: searched.nullable(),
  competencyKey: z.string().max(200).nullable(),
  kind: z.enum(QUESTION_KINDS).nullable(),
  withdrawn: z.boolean(),
  cursor: Id.nullish(),
});
export const QuestionListView = z
  .object({
    questions: z.array(QuestionView),
    total: z.int(),
    nextCursor: Id.nullable(),
    /** The competencies of the newest published frameworks, in their order. */
    competencies: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        theme: z.string(),
        framework: z.string(),
        questions: z.int(),
      }),
    ),
    may: z.object({ create: Why.nullable(), import: Why.nullable() }),
  })
  .meta({ page: { items: "questions", cursor: "nextCursor" } });
export type QuestionListView = z.infer<typeof QuestionListView>;

export const CreateQuestionInput = z.strictObject({ content: QuestionContent });
export const UpdateQuestionInput = z.strictObject({ questionId: Id, content: QuestionContent });
export const WithdrawQuestionInput = z.strictObject({ questionId: Id, reason: reason() });

export const RestQuestionInput = z.strictObject({ questionId: Id, until: Day, reason: reason() });
export const WakeQuestionInput = z.strictObject({ questionId: Id });

export const ExportQuestionsInput = z.strictObject({});
export const QuestionFileView = z.object({ fileName: z.string(), yaml: z.string() });
export const ImportQuestionsInput = z.strictObject({
  yaml: z.string().max(1_000_000, "The file is larger than 1 MB."),
});
export const ImportedQuestionsView = z.object({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  /** Questions of the file that are withdrawn here and stay so. */
  withdrawn: z.int(),
});
