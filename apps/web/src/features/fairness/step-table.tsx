import type { FairnessStep } from "@rubric/domain/fairness/schemas";
import { DataTable } from "../../ui/data-table.tsx";
import { percent, percentRange, pointsRange, probability } from "../../ui/figures.ts";
import classes from "./fairness.module.css";

const STEPS: Record<FairnessStep["step"], string> = {
  application_interview: "From application to interviews",
  interview_offer: "From interviews to offer",
  application_offer: "From application to offer",
};

type Line = FairnessStep["groups"][number];

/** One step of a selection: each group's rate, and how it compares with the highest. */
export function StepTable({ job, of }: { job: string; of: FairnessStep }) {
  return (
    <>
      <h4 className={classes.step}>
        {job}: {STEPS[of.step].toLowerCase()}
      </h4>
      <DataTable
        caption={`${job}: ${STEPS[of.step].toLowerCase()}`}
        rows={of.groups}
        rowKey={(line) => line.group}
        columns={[
          { key: "group", head: "Group", cell: (line) => line.group },
          {
            key: "count",
            head: "Selected",
            align: "end",
            cell: (line) => `${line.selected} of ${line.total}`,
          },
          { key: "rate", head: "Rate", align: "end", cell: (line) => percent(line.rate) },
          {
            key: "bar",
            head: "95 % interval",
            cell: (line) => <RateBar of={line} />,
            desk: true,
            width: "22%",
          },
          {
            key: "ratio",
            head: "Impact ratio",
            align: "end",
            cell: (line) => <Ratio of={line} />,
          },
          {
            key: "difference",
            head: "Difference, points",
            align: "end",
            cell: (line) =>
              line.against === null ? "" : pointsRange(line.against.differenceInterval),
            desk: true,
          },
          {
            key: "p",
            head: "p",
            align: "end",
            cell: (line) => (line.against === null ? "" : probability(line.against.p)),
            desk: true,
          },
        ]}
      />
    </>
  );
}

function RateBar({ of: { rate, rateInterval } }: { of: Line }) {
  const { low, high } = rateInterval;
  return (
    <>
      <div className={classes.bar} aria-hidden="true">
        <i style={{ width: `${rate * 100}%` }} />
        <b style={{ insetInlineStart: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
      </div>
      <span className={classes.quiet}>{percentRange(rateInterval)}</span>
    </>
  );
}

function Ratio({ of: { against, group } }: { of: Line }) {
  if (against === null) return group === "No answer" ? "" : "highest rate";
  return (
    <>
      {against.ratio.toFixed(2)}
      {against.belowFourFifths === true ? <span className={classes.below}> below 4/5</span> : null}
    </>
  );
}
