"use client";

import { Checkbox } from "@mantine/core";
import type { CheckStep } from "@rubric/domain/preparation/schemas";
import { toggled } from "./kept.ts";
import classes from "./preparation.module.css";
import { TIP_WORDS } from "./words.ts";

/** What to do before each step of the job's process, ticked in this browser. */
export function Checklist(props: {
  steps: readonly CheckStep[];
  ticks: readonly string[];
  onTick: (ticks: string[]) => void;
}) {
  const { steps, ticks, onTick } = props;
  const lines = steps.flatMap((step) => step.items.map((item) => `${step.key} ${item.key}`));
  const ticked = lines.filter((line) => ticks.includes(line)).length;
  return (
    <section id="checklist" aria-labelledby="checklist-title" className={classes.part}>
      <h2 id="checklist-title">Before each step</h2>
      <p aria-live="polite">
        {ticked} of {lines.length} done. The questions themselves are the same for everybody and are
        told to nobody; what each step looks at is no secret.
      </p>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step.key}>
            <h3>{step.name}</h3>
            {step.assesses === "" ? null : <p>{step.assesses}</p>}
            {step.tip === "" ? null : <p>{step.tip}</p>}
            <ul className={classes.checks}>
              {step.items.map((item) => {
                const line = `${step.key} ${item.key}`;
                return (
                  <li key={item.key}>
                    <Checkbox
                      label={item.text}
                      checked={ticks.includes(line)}
                      onChange={() => onTick(toggled(ticks, line))}
                    />
                  </li>
                );
              })}
            </ul>
            {step.tips.length === 0 ? null : (
              <details>
                <summary>Tips for this step ({step.tips.length})</summary>
                <ul className={classes.tips}>
                  {step.tips.map((tip) => (
                    <li key={`${tip.kind} ${tip.competency}`}>
                      <strong>
                        {tip.competency}. {TIP_WORDS[tip.kind]}
                      </strong>
                      <br />
                      {tip.text}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
