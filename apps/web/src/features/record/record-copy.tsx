import type { RecordDocument } from "@rubric/domain/record/schemas";
import type { ReactNode } from "react";
import { ExactTime } from "../../ui/exact-time.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { BaselineEntries } from "./record-baseline.tsx";
import { PlanEntries } from "./record-plans.tsx";
import { EvidenceEntries, MetricsTable } from "./record-shown.tsx";
import { ReviewEntries } from "./record-reviews.tsx";
import classes from "./record.module.css";

/** Somebody's record to be read and printed. */
export function RecordCopy({ of }: { of: RecordDocument }) {
  const { ladder, baseline, reviews, plans, checkIns, evidence, metrics } = of.sections;
  return (
    <article className={classes.copy} aria-labelledby="record-title">
      <header className={classes.head}>
        <h2 id="record-title">The growth of {of.person.name}</h2>
        <p className={classes.small}>
          {of.person.title === "" ? "" : `${of.person.title}, `}
          {of.organization} · made on <ExactTime at={of.madeAt} />
        </p>
      </header>
      <Part title="On the ladder" none="Not placed yet." count={ladder.length}>
        <ul className={classes.entries}>
          {ladder.map((one) => (
            <li key={`${one.from} ${one.level}`} className={classes.entry}>
              <h4>
                {one.level}, from {dateWords(one.from)}
              </h4>
              <p className={classes.small}>
                {one.framework}, version {one.version}
              </p>
              <p className={classes.words}>{one.reason}</p>
            </li>
          ))}
        </ul>
      </Part>
      <Part
        title="Baseline from interviews"
        none="None, or not opened yet."
        count={baseline.length}
      >
        <BaselineEntries of={baseline} />
      </Part>
      <Part title="Reviews" none="No review yet." count={reviews.length}>
        <ReviewEntries of={reviews} />
      </Part>
      <Part title="Plans" none="No plan yet." count={plans.length}>
        <PlanEntries of={plans} />
      </Part>
      <Part title="Check-ins" none="No check-in yet." count={checkIns.length}>
        <ul className={classes.entries}>
          {checkIns.map((one) => (
            <li key={one.week} className={classes.entry}>
              <h4>Week from {dateWords(one.week)}</h4>
              <p className={classes.small}>
                {[
                  one.hours === null ? null : `${one.hours} hours for growing`,
                  one.confidence === null ? null : `On course: ${one.confidence} of 5`,
                ]
                  .filter((part) => part !== null)
                  .join(" · ")}
              </p>
              <p className={classes.words}>{one.done}</p>
              {one.blocked === "" ? null : (
                <p className={classes.words}>In the way: {one.blocked}</p>
              )}
              {one.reply === null ? null : (
                <p className={classes.words}>
                  {one.reply.by}: {one.reply.text}
                </p>
              )}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Metrics" none="No figure yet." count={metrics.length}>
        <MetricsTable of={metrics} />
      </Part>
      <Part title="Evidence" none="No evidence yet." count={evidence.length}>
        <EvidenceEntries of={evidence} />
      </Part>
    </article>
  );
}

function Part({
  title,
  none,
  count,
  children,
}: {
  title: string;
  none: string;
  count: number;
  children: ReactNode;
}) {
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      {count === 0 ? <p className={classes.small}>{none}</p> : children}
    </section>
  );
}
