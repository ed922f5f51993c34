import type { JobView } from "@rubric/domain/job/schemas";
import { interviewKindWords, stageKindWords } from "./job-words.ts";
import { NotWritten } from "./not-written.tsx";
import classes from "./plan-page.module.css";

/** The plan in force for those who do not write it; kits only for those who may read them. */
export function PlanReading({ org, job }: { org: string; job: JobView }) {
  const plan = job.plans.current;
  if (plan === null) {
    return <NotWritten org={org} job={job} title="No plan is in force" />;
  }
  const names = new Map(plan.criteria.map((one) => [one.competencyKey, one.name]));
  return (
    <ol className={classes.stages}>
      {plan.stages.map((stage, index) => (
        <li key={stage.id}>
          <section className={classes.card} aria-label={stage.name}>
            <div className={classes.head}>
              <span className={classes.number} aria-hidden="true">
                {index + 1}
              </span>
              <div>
                <h2 className={classes.name}>{stage.name}</h2>
                <span className={classes.facts}>
                  {stageKindWords[stage.kind]} · answer within {stage.answerDays} days
                </span>
              </div>
            </div>
            <ul className={classes.kits}>
              {stage.interviews.map((kit) => (
                <li key={kit.id} className={classes.kit}>
                  <span className={classes.kitName}>{kit.name}</span>
                  <span className={classes.facts}>
                    {interviewKindWords[kit.kind]} · {kit.minutes} min
                  </span>
                  <span className={classes.facts}>
                    {kit.competencyKeys.map((key) => names.get(key) ?? key).join(", ")}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </li>
      ))}
    </ol>
  );
}
