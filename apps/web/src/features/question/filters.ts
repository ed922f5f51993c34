import type { ListQuestionHealthInput } from "@rubric/domain/insight/schemas";
import type { ListQuestionsInput } from "@rubric/domain/question/schemas";
import type { z } from "zod";

/** The questions a reader sees first: all that may be asked. */
export const firstQuestions: z.infer<typeof ListQuestionsInput> = {
  search: null,
  competencyKey: null,
  kind: null,
  withdrawn: false,
};

/** How questions do, as a reader sees it first: all, the most asked ones on top. */
export const firstHealth: z.infer<typeof ListQuestionHealthInput> = {
  competencyKey: null,
  show: "all",
  order: "asked",
};
