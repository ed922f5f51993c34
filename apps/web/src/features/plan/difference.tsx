import type { PlanPageView } from "@rubric/domain/plan/schemas";
import panel from "../../ui/panel.module.css";
import classes from "./plan.module.css";
import { weeksWords } from "../../ui/plan-words.ts";
import { changeWords } from "./plan-words.ts";

type Line = NonNullable<PlanPageView["difference"]>[number];
const order: readonly Line["change"][] = ["moved", "removed", "added", "done", "same"];

/** What the new draft changes in the plan in force, by the weeks of the one in force. */
export function Difference({ lines }: { lines: readonly Line[] }) {
  const counts = order
    .map((change) => ({ change, count: lines.filter((one) => one.change === change).length }))
    .filter(({ count }) => count > 0);
  return (
    <section className={panel.panel} aria-label="What changes">
      <h2 className={panel.title}>
        What changes:{" "}
        {counts
          .map(({ change, count }) => `${count} ${changeWords[change].toLowerCase()}`)
          .join(", ")}
      </h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Change</th>
            <th scope="col">Was in</th>
            <th scope="col">Now in</th>
          </tr>
        </thead>
        <tbody>
          {order.flatMap((change) =>
            lines
              .filter((one) => one.change === change)
              .map((one) => (
                <tr key={one.key}>
                  <td>{one.title}</td>
                  <td>
                    <span className={classes.change} data-change={change}>
                      {changeWords[change]}
                    </span>
                  </td>
                  <td>{weeksWords(one.before)}</td>
                  <td>{weeksWords(one.after)}</td>
                </tr>
              )),
          )}
        </tbody>
      </table>
    </section>
  );
}
