import type { RaterFiguresView } from "@rubric/domain/insight/schemas";
import { EmptyState } from "../../ui/empty-state.tsx";
import { DefinedHead } from "./defined-head.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { countWords, Figure, hoursWords, percentWords, signed } from "./figure.tsx";
import classes from "./insight.module.css";

/** How the reader rates, for themselves. */
export function OwnSection({ of, until }: { of: RaterFiguresView | null; until: string }) {
  return (
    <section className={classes.section} aria-labelledby="own">
      <h2 id="own">How you rate</h2>
      <p className={classes.words}>
        Of your interviews of the two years before {until} whose applications are over. Figures
        describe: they say neither that you are right nor that the others are.
      </p>
      {of === null ? (
        <EmptyState compact title="Too few to say">
          From ten scorecards of applications that are over, you see here how your ratings lie
          beside those of the others in the same loops.
        </EmptyState>
      ) : (
        <dl className={classes.own}>
          <div>
            <dt>Scorecards</dt>
            <dd>
              <b>{of.scorecards}</b>
            </dd>
          </div>
          <div>
            <dt>
              <DefinedHead of="severity" />
            </dt>
            <dd>
              <Figure of={of.severity} words={signed} unit="candidates" />
            </dd>
          </div>
          <div>
            <dt>
              <DefinedHead of="agreement" />
            </dt>
            <dd>
              <Figure of={of.agreement} words={signed} unit="pairs" />
            </dd>
          </div>
          <div>
            <dt>
              <DefinedHead of="hours" />
            </dt>
            <dd>
              <Figure of={of.hours} words={hoursWords} unit="scorecards" />
            </dd>
          </div>
          <div>
            <dt>
              <DefinedHead of="extremes" />
            </dt>
            <dd>
              <Figure of={of.extremes} words={percentWords} unit="ratings" />
            </dd>
          </div>
          <div>
            <dt>
              <DefinedHead of="evidence" />
            </dt>
            <dd>
              <Figure of={of.evidence} words={countWords} unit="ratings" />
            </dd>
          </div>
        </dl>
      )}
      <DefinitionList of={["severity", "agreement", "hours", "extremes", "evidence"]} />
    </section>
  );
}
