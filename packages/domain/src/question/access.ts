import type { Reader } from "@rubric/db";
import {
  competency,
  framework,
  frameworkTheme,
  frameworkVersion,
  kitQuestion,
  plan,
  planInterview,
  question,
  stage,
} from "@rubric/db/schema";
import { and, asc, countDistinct, desc, eq, inArray, ne } from "drizzle-orm";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { dayIn, settingsOf } from "../job/access.ts";
import { mayOf } from "../may.ts";
import { toInstant } from "../wire.ts";
import { restingOf } from "./resting.ts";
import { whyNotCompetency, whyNotRest, whyNotUpdate, whyNotWake, whyNotWithdraw } from "./rules.ts";
import type { QuestionView } from "./schemas.ts";

export type QuestionRow = typeof question.$inferSelect;

/** A question's row, locked: no plan that asks it is adopted while it changes. */
export async function lockQuestion(
  ctx: Pick<CommandCtx, "tx" | "org">,
  questionId: string,
): Promise<QuestionRow> {
  const [row] = await ctx.tx
    .select()
    .from(question)
    .where(and(eq(question.orgId, ctx.org.id), eq(question.id, questionId)))
    .for("update");
  return row ?? refuse("NOT_FOUND", {});
}

/** How many jobs ask each of these questions in a plan that was adopted. */
export async function jobsAsking(
  read: Reader,
  orgId: string,
  questionIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await read
    .select({ id: kitQuestion.questionId, jobs: countDistinct(plan.jobId) })
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
    .innerJoin(plan, and(eq(plan.orgId, stage.orgId), eq(plan.id, stage.planId)))
    .where(
      and(
        eq(kitQuestion.orgId, orgId),
        inArray(kitQuestion.questionId, [...questionIds]),
        ne(plan.state, "draft"),
      ),
    )
    .groupBy(kitQuestion.questionId);
  return new Map(rows.map((row) => [row.id, row.jobs]));
}

/** The day it is in the organization's zone. */
export async function todayOf({
  read,
  org,
  clock,
}: Pick<ReadCtx, "read" | "org" | "clock">): Promise<string> {
  return dayIn((await settingsOf(read, org.id)).timeZone, clock);
}

export type KnownCompetency = { key: string; name: string; theme: string; framework: string };

/** The competencies of the newest published version of each framework, in their order. */
export async function knownCompetencies(read: Reader, orgId: string): Promise<KnownCompetency[]> {
  const newest = await read
    .selectDistinctOn([frameworkVersion.frameworkId], { id: frameworkVersion.id })
    .from(frameworkVersion)
    .where(and(eq(frameworkVersion.orgId, orgId), eq(frameworkVersion.state, "published")))
    .orderBy(frameworkVersion.frameworkId, desc(frameworkVersion.number));
  return read
    .select({
      key: competency.key,
      name: competency.name,
      theme: frameworkTheme.name,
      framework: framework.name,
    })
    .from(competency)
    .innerJoin(
      frameworkTheme,
      and(eq(frameworkTheme.orgId, competency.orgId), eq(frameworkTheme.id, competency.themeId)),
    )
    .innerJoin(
      frameworkVersion,
      and(
        eq(frameworkVersion.orgId, competency.orgId),
        eq(frameworkVersion.id, competency.versionId),
      ),
    )
    .innerJoin(
      framework,
      and(
        eq(framework.orgId, frameworkVersion.orgId),
        eq(framework.id, frameworkVersion.frameworkId),
      ),
    )
    .where(
      and(
        eq(competency.orgId, orgId),
        inArray(
          competency.versionId,
          newest.map((version) => version.id),
        ),
      ),
    )
    .orderBy(asc(framework.name), asc(competency.position));
}

/** Refuses a competency that no published framework has. */
export async function requireCompetency(read: Reader, orgId: string, key: string): Promise<void> {
  refuseIf(whyNotCompetency(await knownCompetencies(read, orgId), key));
}

/** A question as its page shows it; `today` in the organization's zone. */
export function questionView(
  row: QuestionRow,
  { jobs, today }: { jobs: number; today: string },
): QuestionView {
  const resting = restingOf(row, today);
  const facts = { withdrawn: row.withdrawnAt !== null, resting: resting !== null, jobs };
  return {
    id: row.id,
    kind: row.kind,
    competencyKey: row.competencyKey,
    text: row.text,
    assesses: row.assesses,
    strongSignals: row.strongSignals,
    redFlags: row.redFlags,
    followUps: row.followUps,
    tip: row.tip,
    createdAt: toInstant(row.createdAt),
    withdrawn:
      row.withdrawnAt === null
        ? null
        : { at: toInstant(row.withdrawnAt), reason: row.withdrawnReason ?? "" },
    resting,
    jobs,
    may: {
      update: mayOf(whyNotUpdate(facts)),
      withdraw: mayOf(whyNotWithdraw(facts)),
      rest: mayOf(whyNotRest(facts, null)),
      wake: mayOf(whyNotWake(facts)),
    },
  };
}
