import type { PlanPageView } from "@rubric/domain/plan/schemas";
import panel from "../../ui/panel.module.css";
import classes from "./plan.module.css";
import { changeWords, datedWeeks } from "./plan-words.ts";

type Line = NonNullable<PlanPageView["difference"]>[number];
const order: readonly Line["change"][] = ["moved", "removed", "added", "done", "same"];

/** What the new draft changes in the plan in force, each by its own weeks, with their days. */
export function Difference(props: {
  lines: readonly Line[];
  /** The first day of the plan in force, and of the draft. */
  before: string;
  after: string;
}) {
  const { lines, before, after } = props;
  const counts = order
    .map((change) => ({ change, count: lines.filter((one) => one.change === change).length }))
    .filter(({ count }) => count > 0);
  return (
    <section className={panel.panel} aria-label="What changes" data-print="no">
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
            <th scope="col">In the plan in force</th>
            <th scope="col">In this draft</th>
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
                  <td>{datedWeeks(before, one.before)}</td>
                  <td>{datedWeeks(after, one.after)}</td>
                </tr>
              )),
          )}
        </tbody>
      </table>
    </section>
  );
}
