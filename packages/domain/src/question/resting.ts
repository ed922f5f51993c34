import { kitQuestion, plan, planInterview, question, stage } from "@rubric/db/schema";
import { type SQL, sql } from "drizzle-orm";

/** Until when a question rests, and why; null: it may stand in new kits. `today` in the organization's zone. */
export function restingOf(
  { restingUntil, restReason }: { restingUntil: string | null; restReason: string | null },
  today: string,
): { until: string; reason: string } | null {
  if (restingUntil === null || restingUntil <= today) return null;
  return { until: restingUntil, reason: restReason ?? "" };
}

/** The questions that a job may put into a kit: none that rests, unless its plan asks it already. */
export function isOffered(jobId: string, today: string): SQL {
  return sql`(${question.restingUntil} is null or ${question.restingUntil} <= ${today}
    or exists (
      select from ${kitQuestion}
      join ${planInterview} on ${planInterview.orgId} = ${kitQuestion.orgId}
        and ${planInterview.id} = ${kitQuestion.planInterviewId}
      join ${stage} on ${stage.orgId} = ${planInterview.orgId} and ${stage.id} = ${planInterview.stageId}
      join ${plan} on ${plan.orgId} = ${stage.orgId} and ${plan.id} = ${stage.planId}
      where ${kitQuestion.orgId} = ${question.orgId} and ${kitQuestion.questionId} = ${question.id}
        and ${plan.jobId} = ${jobId} and ${plan.state} = 'current'))`;
}
