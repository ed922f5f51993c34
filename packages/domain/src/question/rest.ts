import { question } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { jobsAsking, lockQuestion, questionView, todayOf } from "./access.ts";
import { restingOf } from "./resting.ts";
import { whyNotRest } from "./rules.ts";
import type { QuestionView, RestQuestionInput } from "./schemas.ts";

/** Lets a question rest until a day: no new kit takes it up; kits that ask it already stay as they are. */
export async function restQuestion(
  ctx: CommandCtx,
  input: z.infer<typeof RestQuestionInput>,
): Promise<QuestionView> {
  const before = await lockQuestion(ctx, input.questionId);
  const today = await todayOf(ctx);
  refuseIf(
    whyNotRest(
      { withdrawn: before.withdrawnAt !== null, resting: restingOf(before, today) !== null },
      { until: input.until, today },
    ),
  );
  const [row] = await ctx.tx
    .update(question)
    .set({ restingUntil: input.until, restReason: input.reason })
    .where(
      and(eq(question.orgId, ctx.org.id), eq(question.id, before.id), isNull(question.withdrawnAt)),
    )
    .returning();
  if (row === undefined) return refuse("QUESTION_WITHDRAWN", {});
  ctx.audit({
    subject: { kind: "question", id: row.id },
    after: { restingUntil: input.until, reason: input.reason },
  });
  const jobs = await jobsAsking(ctx.tx, ctx.org.id, [row.id]);
  return questionView(row, { jobs: jobs.get(row.id) ?? 0, today });
}
