import { error } from "../error-table.ts";

/** Refusals of this feature. */
export const candidateErrors = {
  POST_CLOSED: error({
    kind: "rule",
    say: () => "This job takes no applications any more.",
    lift: "Look at the other open jobs.",
  }),
  POST_CHANGED: error({
    kind: "conflict",
    law: 8,
    say: () => "This post has changed since you opened it.",
    lift: "Load the page again and read it once more; what you typed is kept.",
  }),
  ANSWERS_MISSING: error<{ fields: Record<string, string> }>({
    kind: "rule",
    say: ({ fields }) =>
      Object.keys(fields).length === 1
        ? "One question is not answered yet."
        : `${Object.keys(fields).length} questions are not answered yet.`,
    lift: "Answer each question that is marked as needed.",
  }),
  RESUME_INVALID: error<{ field: string; problem: string }>({
    kind: "rule",
    say: ({ field, problem }) => `In your JSON Resume, ${field} ${problem}.`,
    lift: "Correct that field, or send a PDF or DOCX instead.",
  }),
  UPLOAD_GONE: error({
    kind: "rule",
    say: () => "The file is not there any more.",
    lift: "Choose it again.",
  }),
  UPLOAD_REFUSED: error<{ why: "missing" | "empty" | "size" | "type" | "macros" }>({
    kind: "rule",
    say: ({ why }) =>
      ({
        missing: "There is no file in this request.",
        empty: "The file is empty.",
        size: "The file is larger than 10 MB.",
        type: "This is neither a PDF nor a DOCX, whatever its name says.",
        macros: "This document carries programs (macros), so it is not taken.",
      })[why],
    lift: ({ why }) =>
      why === "size"
        ? "Save it with smaller pictures or fewer pages and choose that."
        : "Save it as a PDF and choose that.",
  }),
  APPLICATION_OVER: error({
    kind: "rule",
    say: () => "This application has ended.",
    lift: "Load the page again to see how it stands.",
  }),
  ADJUSTMENTS_WAITING: error<{ most: number }>({
    kind: "rule",
    law: 17,
    say: ({ most }) => `${most} of your requests wait for an answer.`,
    lift: "You can ask again once they are answered.",
  }),
  QUESTIONS_WAITING: error<{ most: number }>({
    kind: "rule",
    say: ({ most }) => `${most} of your questions wait for an answer.`,
    lift: "You can ask again once we have written to you.",
  }),
  EXPORT_CODES_MANY: error<{ most: number }>({
    kind: "too_many",
    law: 10,
    say: ({ most }) => `At most ${most} codes are sent within an hour.`,
    lift: "Use the newest one, or try again later.",
  }),
  RELATION_DECLARED: error({
    kind: "conflict",
    law: 7,
    say: () => "You declared this already.",
  }),
  REFERRED_ONESELF: error({
    kind: "rule",
    law: 7,
    say: () => "This is your own address.",
    lift: "Apply on the job's public page instead.",
  }),
} as const;
