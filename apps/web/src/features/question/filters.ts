import type { ListQuestionsInput } from "@rubric/domain/question/schemas";
import type { z } from "zod";

/** The questions a reader sees first: all that may be asked. */
export const firstQuestions: z.infer<typeof ListQuestionsInput> = {
  search: null,
  competencyKey: null,
  kind: null,
  withdrawn: false,
};
