import classes from "./fairness.module.css";

/** What each number on the page means, and what is left out. */
export function Definitions({ least }: { least: number }) {
  const definitions: [string, string][] = [
    [
      "Selected of total",
      "Of the applications that ended in the year by our choice, those that reached the step. Who withdrew before an offer, and who was rejected for a fact alone (duplicate, no answer, opening filled or closed), is not counted. An offer counts whatever became of it.",
    ],
    ["Rate", "Selected divided by total."],
    ["95 % interval of the rate", "Wilson's interval, without continuity correction."],
    [
      "Impact ratio",
      "The group's rate divided by the highest rate of a group in the same step. Below four fifths (0.80) it is evidence of adverse impact by 29 CFR 1607.4(D), where an organization uses that mark. “No answer” is not compared.",
    ],
    [
      "Difference",
      "The group's rate less the highest one, in percentage points: Newcombe's 95 % interval (method 10). An interval that holds 0 does not tell the two apart.",
    ],
    [
      "p",
      "Fisher's exact test, two-sided: how probable a table as unlikely as this one or more so would be if both groups had the same chance, with all margins as they are. Several groups are compared, so one small p in many is no surprise.",
    ],
    [
      "Too few to say",
      `A group is shown only if at least ${least} people ended in each part of the table, and so that what is not shown cannot be worked out from what is: it is always the sum of at least two groups. Jobs with few applications are counted together. Each person counts in one table, and a year is counted once.`,
    ],
  ];
  return (
    <section aria-labelledby="definitions">
      <h2 id="definitions" style={{ fontSize: "1rem", margin: 0 }}>
        What the numbers mean
      </h2>
      <dl className={classes.definitions}>
        {definitions.map(([name, meaning]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
