import type { OwnApplication } from "@rubric/domain/candidate/schemas";
import { ExactDay } from "./exact-day.tsx";
import { QuestionForm } from "./question-form.tsx";
import classes from "./own.module.css";

/** What the candidate asked, what was written to them, and the way to ask. */
export function OwnMessages({ of }: { of: OwnApplication }) {
  const goesOn = of.state === "active" || of.state === "on_hold";
  if (!goesOn && of.messages.length === 0) return null;
  return (
    <details className={classes.fold} open={of.messages.length > 0}>
      <summary>Do you have a question?</summary>
      {of.messages.length === 0 ? null : (
        <ul className={classes.list}>
          {of.messages.map((one) => (
            <li key={one.id}>
              <div className={classes.quiet}>
                {one.from ?? "You"}, <ExactDay at={one.at} />
              </div>
              <div style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>{one.text}</div>
            </li>
          ))}
        </ul>
      )}
      {goesOn ? (
        <QuestionForm
          of={of}
          label="Ask the recruiter and the hiring manager; nobody else reads it"
        />
      ) : null}
    </details>
  );
}
