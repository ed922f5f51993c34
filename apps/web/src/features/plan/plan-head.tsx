import type { PlanPreviewView } from "@rubric/domain/plan/schemas";
import { dateWords } from "../../ui/time-words.ts";
import classes from "./plan.module.css";
import { byWords, goalWords, sizeWords } from "../../ui/plan-words.ts";
import { technologyWords } from "../../ui/technology-words.ts";

type Head = Omit<PlanPreviewView, "items" | "left">;

/** What a plan is for, and the gaps that it is made from, the largest first. */
export function PlanHead({ plan }: { plan: Head }) {
  const facts = [
    ["Goal", goalWords[plan.goal]],
    ["Aims at", plan.aimedAt.name],
    ["Hours a week", String(plan.hoursAWeek)],
    ["Weeks", `${plan.weeks}, ${dateWords(plan.startOn)} to ${dateWords(plan.endsOn)}`],
    ["Technologies", plan.technologies.map(technologyWords).join(", ") || "any"],
  ] as const;
  return (
    <>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <details className={classes.left}>
        <summary>Made from {plan.gaps.length} gaps</summary>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Competency</th>
              <th scope="col">Missing</th>
              <th scope="col">From level</th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {plan.gaps.map(({ competency, size, from, by }) => (
              <tr key={competency.key}>
                <td>{competency.name}</td>
                <td>{sizeWords(size)}</td>
                <td>{from.name}</td>
                <td>{byWords[by]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
