import { newId } from "@rubric/db";
import { question } from "@rubric/db/schema";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { questionView, requireCompetency, todayOf } from "./access.ts";
import type { CreateQuestionInput, QuestionView } from "./schemas.ts";

/** Adds a question to the bank. */
export async function createQuestion(
  ctx: CommandCtx,
  input: z.infer<typeof CreateQuestionInput>,
): Promise<QuestionView> {
  await requireCompetency(ctx.tx, ctx.org.id, input.content.competencyKey);
  const [row] = await ctx.tx
    .insert(question)
    .values({ orgId: ctx.org.id, id: newId(), ...input.content, createdAt: ctx.clock })
    .returning();
  if (row === undefined) return refuse("NOT_FOUND", {});
  ctx.audit({ subject: { kind: "question", id: row.id }, after: input.content });
  return questionView(row, { jobs: 0, today: await todayOf(ctx) });
}
