import { z } from "zod";
import { filledList, lineField, textField } from "../yaml/text-fields.ts";

export const QUESTION_KINDS = ["behavioural", "technical", "situational"] as const;

/**
 * One interview question. `competency` is the key of a framework's competency; `tip` speaks to the
 * candidate, everything else to the interviewer.
 */
const QuestionEntry = z.strictObject({
  id: z.uuid("must be a UUID."),
  kind: z.enum(QUESTION_KINDS),
  competency: lineField(1),
  text: textField(10),
  assesses: textField(2),
  strongSignals: filledList(textField(2)),
  redFlags: filledList(textField(2)),
  followUps: z.array(textField(2)),
  tip: textField(2),
});
export type Question = z.infer<typeof QuestionEntry>;

/** A question bank's file; its questions keep their order. */
export const QuestionBankDocument = z.strictObject({ questions: filledList(QuestionEntry) });
export type QuestionBank = z.infer<typeof QuestionBankDocument>;
