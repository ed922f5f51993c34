import { VisuallyHidden } from "@mantine/core";
import type { JobView } from "@rubric/domain/job/schemas";
import { NotWritten } from "./not-written.tsx";
import classes from "./criteria.module.css";

/** The rubric in force for those who do not write it. */
export function RubricReading({ org, job }: { org: string; job: JobView }) {
  const plan = job.plans.current;
  if (plan === null) {
    return <NotWritten org={org} job={job} title="No rubric is in force" />;
  }
  return (
    <ul className={classes.list}>
      {plan.criteria
        .filter((one) => one.withdrawn === null)
        .map((one) => (
          <li key={one.id} className={classes.row}>
            <div>
              <h2 className={classes.name}>{one.name}</h2>
              <span className={classes.theme}>{one.theme}</span>
            </div>
            <div className={classes.expected}>
              <span className={classes.level}>{one.expectedLevel}</span>
              <p className={classes.anchor}>{one.anchor}</p>
            </div>
            <div className={classes.weigh}>
              <VisuallyHidden>Weight {one.weight} of 5</VisuallyHidden>
              <span className={classes.bar} aria-hidden="true">
                <i style={{ width: `${one.weight * 20}%` }} />
              </span>
              <span className={classes.share}>{one.required ? "required" : "optional"}</span>
            </div>
          </li>
        ))}
    </ul>
  );
}
