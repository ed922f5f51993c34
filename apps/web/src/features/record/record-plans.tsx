import type { RecordDocument } from "@rubric/domain/record/schemas";
import { byWords, goalWords, sizeWords, weeksOf, weeksWords } from "../../ui/plan-words.ts";
import { technologyWords } from "../../ui/technology-words.ts";
import { dateWords } from "../../ui/time-words.ts";
import classes from "./record.module.css";

type Plan = RecordDocument["sections"]["plans"][number];
type Item = Plan["items"][number];

const STATES = {
  draft: "draft",
  agreed: "agreed",
  superseded: "replaced by a later one",
  ended: "ended",
} as const satisfies Record<Plan["state"], string>;

/** Every version of the plan: what it was for, what was in it and why, and what was done of it. */
export function PlanEntries({ of }: { of: Plan[] }) {
  return (
    <ul className={classes.entries}>
      {of.map((plan) => (
        <li key={plan.number} className={classes.entry}>
          <h4>
            Plan {plan.number}: {goalWords[plan.goal]}, {plan.aimedAt}
          </h4>
          <p className={classes.small}>
            {STATES[plan.state]} · {dateWords(plan.startOn)} to {dateWords(plan.endsOn)} ·{" "}
            {plan.hoursAWeek} hours a week · made by {plan.madeBy}
            {plan.technologies.length === 0
              ? ""
              : ` · ${plan.technologies.map(technologyWords).join(", ")}`}
          </p>
          {plan.agreements.map(({ side, by, at }) => (
            <p key={side} className={classes.small}>
              Agreed to by {by}, {dateWords(at)}
            </p>
          ))}
          {plan.gaps.length === 0 ? null : (
            <>
              <p className={classes.words}>Missing when it was made:</p>
              <ul className={classes.gaps}>
                {plan.gaps.map(({ competency, size, by }) => (
                  <li key={competency}>
                    {competency}: {sizeWords(size)}, {byWords[by]}
                  </li>
                ))}
              </ul>
            </>
          )}
          <Items of={plan.items} />
          {plan.left.length === 0 ? null : (
            <p className={classes.small}>
              {plan.left.length} {plan.left.length === 1 ? "item" : "items"} of the library were
              left out; the file names each with its reason.
            </p>
          )}
          {plan.endReason === "" ? null : (
            <p className={classes.words}>Ended because: {plan.endReason}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Items({ of }: { of: Item[] }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col">Weeks</th>
          <th scope="col">Done</th>
        </tr>
      </thead>
      <tbody>
        {of.map((item, index) => (
          <tr key={`${item.title} ${index}`}>
            <th scope="row">
              {item.title}
              <p className={classes.small}>{item.summary}</p>
              <p className={classes.small}>
                {item.competency}, {item.level}. {whyWords(item)}
              </p>
              {item.evidence === "" ? null : (
                <p className={classes.small}>Shown by: {item.evidence}</p>
              )}
            </th>
            <td>
              {weeksWords(weeksOf(item))}
              <p className={classes.small}>{item.hours} hours</p>
            </td>
            <td>
              {item.done === null ? (
                "–"
              ) : (
                <>
                  {dateWords(item.done.at)}, {item.done.by}
                  <p className={classes.words}>{item.done.shown}</p>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function whyWords({ why, competency }: Item): string {
  switch (why.because) {
    case "required":
      return `“${why.by}” requires it.`;
    case "kept":
      return "Put in by hand, or under way when the plan was made anew.";
    case "gap":
      return `Towards ${competency}, where ${sizeWords(why.left)} was missing.`;
  }
}
