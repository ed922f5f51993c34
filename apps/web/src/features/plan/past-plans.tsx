import type { PlanPageView } from "@rubric/domain/plan/schemas";
import { dateWords } from "../../ui/time-words.ts";
import classes from "./plan.module.css";
import { goalWords } from "../../ui/plan-words.ts";

/** The plans before: what became of each. */
export function PastPlans({ past }: { past: PlanPageView["past"] }) {
  if (past.length === 0) return null;
  return (
    <details className={classes.left} data-print="no">
      <summary>Plans before ({past.length})</summary>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col">Goal</th>
            <th scope="col">Done</th>
            <th scope="col">What became of it</th>
          </tr>
        </thead>
        <tbody>
          {past.map((plan) => (
            <tr key={plan.id}>
              <td>
                {plan.number}, from {dateWords(plan.startOn)}
              </td>
              <td>{goalWords[plan.goal]}</td>
              <td>
                {plan.done} of {plan.items}
              </td>
              <td>
                {plan.state === "superseded"
                  ? "Replaced by the next"
                  : plan.agreedAt === null
                    ? `Discarded: ${plan.reason}`
                    : `Ended: ${plan.reason}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
