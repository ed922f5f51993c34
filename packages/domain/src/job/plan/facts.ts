import type { Reader } from "@rubric/db";
import { competency, criterion, plan, question } from "@rubric/db/schema";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { newestPublished } from "../../framework/access.ts";
import { type VersionRows, versionRows } from "../../framework/load-version.ts";
import { isOffered } from "../../question/resting.ts";
import type { PlanFacts } from "./rules.ts";

/**
 * What a plan of this job may name: its framework's newest published version and the bank, without
 * what rests on `today`.
 */
export async function planFacts(
  read: Reader,
  orgId: string,
  job: { id: string; frameworkId: string },
  today: string,
): Promise<{ rows: VersionRows; facts: PlanFacts }> {
  const version = await newestPublished(read, orgId, job.frameworkId);
  const rows = await versionRows(read, orgId, version.id);
  const withdrawn = await read
    .selectDistinct({ key: competency.key })
    .from(criterion)
    .innerJoin(plan, and(eq(plan.orgId, criterion.orgId), eq(plan.id, criterion.planId)))
    .innerJoin(
      competency,
      and(eq(competency.orgId, criterion.orgId), eq(competency.id, criterion.competencyId)),
    )
    .where(
      and(eq(criterion.orgId, orgId), eq(plan.jobId, job.id), isNotNull(criterion.withdrawnAt)),
    );
  const questions = await read
    .select({ id: question.id })
    .from(question)
    .where(and(eq(question.orgId, orgId), isNull(question.withdrawnAt), isOffered(job.id, today)));
  return {
    rows,
    facts: {
      competencies: new Map(rows.competencies.map((one) => [one.key, one.name])),
      levels: new Set(rows.levels.map((one) => one.key)),
      withdrawnCompetencies: new Set(withdrawn.map((one) => one.key)),
      questions: new Set(questions.map((one) => one.id)),
    },
  };
}
