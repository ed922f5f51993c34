import { question } from "@rubric/db/schema";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { emitQuestionBankYaml } from "./emit.ts";
import type { ExportQuestionsInput, QuestionFileView } from "./schemas.ts";

/** The bank as the text of a file, withdrawn questions left out. */
export async function exportQuestions(
  ctx: ReadCtx,
  _input: z.infer<typeof ExportQuestionsInput>,
): Promise<z.infer<typeof QuestionFileView>> {
  const rows = await ctx.read
    .select()
    .from(question)
    .where(and(eq(question.orgId, ctx.org.id), isNull(question.withdrawnAt)))
    .orderBy(asc(question.competencyKey), asc(question.id));
  const questions = rows.map(({ competencyKey, ...row }) => ({
    ...row,
    competency: competencyKey,
  }));
  return { fileName: "questions.yml", yaml: emitQuestionBankYaml({ questions }) };
}
