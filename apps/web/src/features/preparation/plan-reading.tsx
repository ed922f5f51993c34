"use client";

import { Button, Checkbox } from "@mantine/core";
import type { PreparationPlanView } from "@rubric/domain/preparation/schemas";
import type { Ref } from "react";
import { EmptyState } from "../../ui/empty-state.tsx";
import { technologyWords } from "../../ui/technology-words.ts";
import { type Kept, toggled } from "./kept.ts";
import classes from "./preparation.module.css";
import { hoursWords, KIND_WORDS, LEFT_WORDS, weeksWords } from "./words.ts";

type Change = (over: Partial<Kept>) => void;
type Item = PreparationPlanView["items"][number];

/** A plan of weeks: each item with what it is, why it is there and what shows that it was done. */
export function PlanReading(props: {
  plan: PreparationPlanView;
  kept: Kept;
  heading: Ref<HTMLHeadingElement>;
  onChange: Change;
}) {
  const { plan, kept, heading, onChange } = props;
  const left = Map.groupBy(plan.left, (one) => one.because);
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={classes.made}>
        Week by week
      </h3>
      {plan.items.length === 0 ? (
        <EmptyState compact title="There is nothing to plan">
          {plan.met.length > 0 && plan.unmarked.length === 0
            ? "You marked everything as fully there. Mark the next level, or something as less."
            : "No item of the library fits. Mark more above, or take more weeks, hours or technologies."}
        </EmptyState>
      ) : (
        <>
          <p>
            {plan.items.length} items, {hoursWords(plan.hours)} of the{" "}
            {hoursWords(plan.weeks * plan.hoursAWeek)} that you have. The largest gaps come first.
          </p>
          <ol className={classes.plan} aria-label="Your plan">
            {plan.items.map((item) => (
              <PlanItem key={item.id} item={item} kept={kept} onChange={onChange} />
            ))}
          </ol>
        </>
      )}
      {kept.done.length + kept.without.length === 0 ? null : (
        <p data-print="no">
          {kept.done.length} done and {kept.without.length} taken out.{" "}
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => onChange({ done: [], without: [] })}
          >
            Put all of them back
          </Button>
        </p>
      )}
      {plan.left.length === 0 ? null : (
        <details className={classes.left} data-print="no">
          <summary>What is not in it, and why ({plan.left.length})</summary>
          {[...left].map(([because, items]) => (
            <section key={because}>
              <h3>{LEFT_WORDS[because]}</h3>
              <ul>
                {items.map((one) => (
                  <li key={one.id}>
                    {one.title} <span className={classes.quiet}>{one.competency}</span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </details>
      )}
    </>
  );
}

function PlanItem({ item, kept, onChange }: { item: Item; kept: Kept; onChange: Change }) {
  const facts = [
    weeksWords(item.portions),
    hoursWords(item.hours),
    KIND_WORDS[item.kind],
    item.competency.name,
    item.level.name,
    ...item.technologies.map(technologyWords),
  ];
  return (
    <li className={classes.item}>
      <h3>{item.title}</h3>
      <p className={classes.facts}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <p>{item.summary}</p>
      <dl className={classes.reasons}>
        <div>
          <dt>Why</dt>
          <dd>{item.why}</dd>
        </div>
        <div>
          <dt>Why now</dt>
          <dd>{item.whyNow}</dd>
        </div>
        <div>
          <dt>What shows it</dt>
          <dd>{item.evidence}</dd>
        </div>
      </dl>
      <div className={classes.itemActions} data-print="no">
        <Checkbox
          label="Done"
          aria-label={`Done: ${item.title}`}
          checked={kept.done.includes(item.id)}
          onChange={() => onChange({ done: toggled(kept.done, item.id) })}
        />
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={`Take it out: ${item.title}`}
          onClick={() => onChange({ without: toggled(kept.without, item.id) })}
        >
          Take it out
        </Button>
      </div>
    </li>
  );
}
