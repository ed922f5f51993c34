import { TEAM_DUTIES } from "@rubric/domain/duties";
import type { JobView } from "@rubric/domain/job/schemas";
import { PersonAvatar } from "../../ui/person-avatar.tsx";
import { dutyWords } from "./job-words.ts";
import classes from "./team-page.module.css";

/** The team for those who do not set it. */
export function TeamReading({ job }: { job: JobView }) {
  return (
    <section className={classes.panel} aria-label="Team">
      <dl className={classes.people}>
        {TEAM_DUTIES.map((duty) => {
          const people = job.people.filter((one) => one.duty === duty);
          return (
            <div key={duty}>
              <dt>{dutyWords[duty].word}</dt>
              <dd>
                {people.length === 0 ? (
                  <span className={classes.quiet}>Nobody named</span>
                ) : (
                  people.map((one) => (
                    <PersonAvatar key={one.memberId} name={one.name} withName detail={one.title} />
                  ))
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
