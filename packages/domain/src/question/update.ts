import { question } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { jobsAsking, lockQuestion, questionView, requireCompetency, todayOf } from "./access.ts";
import { whyNotUpdate } from "./rules.ts";
import { QuestionContent, type QuestionView, type UpdateQuestionInput } from "./schemas.ts";

/** Changes a question that no adopted plan asks (law 6). */
export async function updateQuestion(
  ctx: CommandCtx,
  input: z.infer<typeof UpdateQuestionInput>,
): Promise<QuestionView> {
  const before = await lockQuestion(ctx, input.questionId);
  const asking = await jobsAsking(ctx.tx, ctx.org.id, [before.id]);
  const jobs = asking.get(before.id) ?? 0;
  refuseIf(whyNotUpdate({ withdrawn: before.withdrawnAt !== null, jobs }));
  await requireCompetency(ctx.tx, ctx.org.id, input.content.competencyKey);
  const [row] = await ctx.tx
    .update(question)
    .set(input.content)
    .where(and(eq(question.orgId, ctx.org.id), eq(question.id, before.id)))
    .returning();
  if (row === undefined) return refuse("NOT_FOUND", {});
  ctx.audit({
    subject: { kind: "question", id: row.id },
    before: QuestionContent.strip().parse(before),
    after: input.content,
  });
  return questionView(row, { jobs, today: await todayOf(ctx) });
}
