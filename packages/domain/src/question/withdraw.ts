import { question } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { jobsAsking, lockQuestion, questionView, todayOf } from "./access.ts";
import { whyNotWithdraw } from "./rules.ts";
import type { QuestionView, WithdrawQuestionInput } from "./schemas.ts";

/** Takes a question that may not be asked out of every kit at once, pinned ones too (law 6). */
export async function withdrawQuestion(
  ctx: CommandCtx,
  input: z.infer<typeof WithdrawQuestionInput>,
): Promise<QuestionView> {
  const before = await lockQuestion(ctx, input.questionId);
  refuseIf(whyNotWithdraw({ withdrawn: before.withdrawnAt !== null }));
  const [row] = await ctx.tx
    .update(question)
    .set({ withdrawnAt: ctx.clock, withdrawnReason: input.reason })
    .where(
      and(eq(question.orgId, ctx.org.id), eq(question.id, before.id), isNull(question.withdrawnAt)),
    )
    .returning();
  if (row === undefined) return refuse("QUESTION_WITHDRAWN", {});
  const jobs = await jobsAsking(ctx.tx, ctx.org.id, [row.id]);
  ctx.audit({
    subject: { kind: "question", id: row.id },
    after: { withdrawn: true, reason: input.reason, jobs: jobs.get(row.id) ?? 0 },
  });
  return questionView(row, { jobs: jobs.get(row.id) ?? 0, today: await todayOf(ctx) });
}
