import type { OwnStep } from "@rubric/domain/candidate/schemas";
import { IconCheck } from "@tabler/icons-react";
import classes from "./own.module.css";
import { WHEN_WORDS } from "./own-words.ts";
import { lengthWords } from "./post-words.ts";

/** The calm vertical line: what is done, where one is, and what is to come. */
export function OwnLine({ steps, label }: { steps: OwnStep[]; label: string }) {
  return (
    <ol className={classes.line} aria-label={label}>
      {steps.map((step) => {
        const ahead = step.when === "now" || step.when === "to_come";
        const length = lengthWords(step.interviews);
        return (
          <li
            key={step.name}
            data-when={step.when}
            aria-current={step.when === "now" ? "step" : undefined}
          >
            <span className={classes.dot} aria-hidden="true">
              {step.when === "done" ? <IconCheck size={14} stroke={2.4} /> : null}
            </span>
            <h3>
              {step.name} <span className={classes.when}>{WHEN_WORDS[step.when]}</span>
            </h3>
            {ahead && step.assesses !== "" ? <p>{step.assesses}</p> : null}
            {ahead && length !== null ? <p className={classes.quiet}>{length}</p> : null}
            {step.tip === "" || !ahead ? null : (
              <details className={classes.tip} open={step.when === "now"}>
                <summary>How to prepare</summary>
                <p>{step.tip}</p>
              </details>
            )}
          </li>
        );
      })}
    </ol>
  );
}
