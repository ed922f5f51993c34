import type { ExperimentView } from "@rubric/domain/experiment/schemas";
import { DataTable } from "../../ui/data-table.tsx";
import { percent, percentRange, points, pointsRange } from "../../ui/figures.ts";
import classes from "./experiment.module.css";

type Variant = ExperimentView["variants"][number];

/** Each variant with its weight, whether it has enough, and what it found. */
export function ResultTable({ of }: { of: ExperimentView }) {
  const stopped = of.state === "stopped";
  return (
    <DataTable
      caption="Variants"
      rows={of.variants}
      rowKey={(one) => one.key}
      columns={[
        {
          key: "key",
          head: "Variant",
          cell: (one) => (
            <>
              {one.key} <span className={classes.quiet}>{one.weight} %</span>
              <div className={classes.code}>{one.segment}</div>
            </>
          ),
        },
        {
          key: "exposed",
          head: "Exposed",
          align: "end",
          cell: (one) => one.result?.total ?? (one.enough ? "Enough" : `Fewer than ${of.minimum}`),
        },
        {
          key: "share",
          head: of.metric.title,
          align: "end",
          cell: (one) => <Share of={one} stopped={stopped} />,
        },
        {
          key: "interval",
          head: "95 % interval",
          align: "end",
          cell: (one) => (one.result === null ? "" : percentRange(one.result.interval)),
          desk: true,
        },
        {
          key: "difference",
          head: `Less “${of.variants[0]?.key ?? ""}”, points`,
          align: "end",
          cell: (one) => <Difference of={one} />,
        },
      ]}
    />
  );
}

function Share({ of, stopped }: { of: Variant; stopped: boolean }) {
  if (of.result === null) return stopped ? "Too few to say" : "When it is over";
  return `${of.result.of} (${percent(of.result.share)})`;
}

function Difference({ of }: { of: Variant }) {
  const difference = of.result?.difference ?? null;
  if (difference === null) return "";
  return (
    <>
      {points(difference.value)}
      <div className={classes.quiet}>{pointsRange(difference.interval)}</div>
    </>
  );
}
