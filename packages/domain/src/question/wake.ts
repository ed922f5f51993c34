import { question } from "@rubric/db/schema";
import { and, eq, isNotNull } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { jobsAsking, lockQuestion, questionView, todayOf } from "./access.ts";
import { restingOf } from "./resting.ts";
import { whyNotWake } from "./rules.ts";
import type { QuestionView, WakeQuestionInput } from "./schemas.ts";

/** Ends a question's rest: new kits may take it up again. */
export async function wakeQuestion(
  ctx: CommandCtx,
  input: z.infer<typeof WakeQuestionInput>,
): Promise<QuestionView> {
  const before = await lockQuestion(ctx, input.questionId);
  const today = await todayOf(ctx);
  refuseIf(
    whyNotWake({
      withdrawn: before.withdrawnAt !== null,
      resting: restingOf(before, today) !== null,
    }),
  );
  const [row] = await ctx.tx
    .update(question)
    .set({ restingUntil: null, restReason: null })
    .where(
      and(
        eq(question.orgId, ctx.org.id),
        eq(question.id, before.id),
        isNotNull(question.restingUntil),
      ),
    )
    .returning();
  if (row === undefined) return refuse("QUESTION_AWAKE", {});
  ctx.audit({
    subject: { kind: "question", id: row.id },
    before: { restingUntil: before.restingUntil, reason: before.restReason },
  });
  const jobs = await jobsAsking(ctx.tx, ctx.org.id, [row.id]);
  return questionView(row, { jobs: jobs.get(row.id) ?? 0, today });
}
