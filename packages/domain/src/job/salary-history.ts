import { kitQuestion, planInterview, question, stage } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { deny } from "../errors.ts";
import { defineRule } from "../policy/rule.ts";
import { regionsAsked } from "../region/asked.ts";
import { placeNames } from "../region/names.ts";
import { historyBanned } from "../region/select.ts";
import { asksForPayHistory } from "../region/words.ts";

const Facts = z.strictObject({
  day: z.string(),
  pack: z.int().nullable(),
  /** Where it may not be asked, by the rules that forbid it. */
  places: z.array(z.string()),
  rules: z.array(z.string()),
  /** The questions of the plan that ask for earlier pay. */
  questions: z.array(z.string()),
});

/** Law 8: nobody asks what a candidate earned before where that is banned. */
export const salaryHistoryRule = defineRule({
  name: "job.salaryHistory",
  points: ["job.savePlan", "job.adoptPlan", "job.update", "job.publishPost"],
  laws: [8],
  kinds: ["validation"],
  template: {
    validation: "A question about earlier pay enters no plan of a job where it may not be asked.",
  },
  facts: Facts,
  parameters: z.strictObject({}),
  defaults: {},
  effects: {},
  judge: ({ places, questions: [first] }) =>
    first === undefined || places.length === 0
      ? null
      : deny("ASKS_PAY_HISTORY", { question: first, places: placeNames(places) }),
  tests: "job/salary-history.test.ts",
});

/** The questions of the bank that the kits of a plan ask. */
export function questionIdsOf(plan: {
  stages: readonly { interviews: readonly { questionIds: readonly string[] }[] }[];
}): string[] {
  return plan.stages.flatMap((stage) => stage.interviews.flatMap((kit) => kit.questionIds));
}

/** Refuses questions of the bank that ask for earlier pay where one of these places bans it. */
export async function refusePayHistory(
  ctx: CommandCtx,
  locations: readonly string[],
  questionIds: readonly string[],
): Promise<void> {
  const asked = await regionsAsked(ctx.tx, ctx.org.id, ctx.clock, locations);
  const banned = historyBanned(asked);
  const rows = await ctx.tx
    .select({ text: question.text, followUps: question.followUps })
    .from(question)
    .where(and(eq(question.orgId, ctx.org.id), inArray(question.id, [...questionIds])))
    .orderBy(question.id);
  ctx.policy.judge(
    salaryHistoryRule,
    {
      day: asked.day,
      pack: asked.packNumber,
      places: [...new Set(banned.flatMap((one) => one.regions))].toSorted(),
      rules: banned.map((one) => one.rule.id),
      questions: rows.flatMap((one) => [one.text, ...one.followUps]).filter(asksForPayHistory),
    },
    { regions: locations },
  );
}

/** The same for the questions of a plan that is written already. */
export async function refusePayHistoryIn(
  ctx: CommandCtx,
  locations: readonly string[],
  planId: string,
): Promise<void> {
  const rows = await ctx.tx
    .select({ id: kitQuestion.questionId })
    .from(kitQuestion)
    .innerJoin(
      planInterview,
      and(
        eq(planInterview.orgId, kitQuestion.orgId),
        eq(planInterview.id, kitQuestion.planInterviewId),
      ),
    )
    .innerJoin(
      stage,
      and(eq(stage.orgId, planInterview.orgId), eq(stage.id, planInterview.stageId)),
    )
    .where(and(eq(kitQuestion.orgId, ctx.org.id), eq(stage.planId, planId)));
  await refusePayHistory(
    ctx,
    locations,
    rows.map((one) => one.id),
  );
}
