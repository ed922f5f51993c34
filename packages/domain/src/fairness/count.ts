import { type Attribute, DECLINED, groupsOf } from "./attributes.ts";
import type { Ended } from "./outcomes.ts";
import { type GroupCounts, NOT_SAID } from "./publish.ts";

/** Counts the applications of each job by group of an attribute; who gave no answer is a row too. */
export function countJobs(
  ended: readonly Pick<Ended, "jobId" | "outcome" | "answers">[],
  attribute: Attribute,
): { jobId: string; rows: GroupCounts[] }[] {
  const groups = [...groupsOf(attribute).map(({ key }) => key), NOT_SAID];
  return [...Map.groupBy(ended, (one) => one.jobId)].map(([jobId, of]) => ({
    jobId,
    rows: groups.map((group) => {
      const own = of.filter((one) => groupOf(one.answers.get(attribute), groups) === group);
      const so = (outcome: Ended["outcome"]) => own.filter((one) => one.outcome === outcome).length;
      return { group, review: so("review"), interview: so("interview"), offer: so("offer") };
    }),
  }));
}

function groupOf(answer: string | undefined, groups: readonly string[]): string {
  return answer === undefined || answer === DECLINED || !groups.includes(answer)
    ? NOT_SAID
    : answer;
}
