"use client";

import { Button } from "@mantine/core";
import type { ProgressView } from "@rubric/domain/progress/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { MayButton } from "../../ui/may-button.tsx";
import panel from "../../ui/panel.module.css";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { FigureDialog } from "./figure-dialog.tsx";
import { LoginsPart } from "./logins-part.tsx";
import {
  countWords,
  type Figure,
  figureWords,
  type Metric,
  SOURCE_NAMES,
  stretchWords,
  targetWords,
} from "../../ui/metric-words.ts";
import classes from "./progress.module.css";

/** Each metric with its definition and target, its newest figure, and all figures as a table. */
export function MetricsPart({ of }: { of: ProgressView }) {
  const { member, metrics, figures, sources, may } = of;
  const [entering, setEntering] = useState(false);
  const fetch = useCommand(useTRPC().metric.fetch.mutationOptions());
  const metricOf = (key: string) => metrics.find((one) => one.key === key);
  return (
    <section id="metrics" className={panel.panel} aria-label="Metrics">
      <div className={panel.head}>
        <h2 className={panel.title}>Metrics</h2>
        <div className={panel.row}>
          {sources.length === 0 ? null : (
            <MayButton
              label="Fetch now"
              may={may.fetch}
              loading={fetch.running}
              onClick={() => {
                fetch.start({ memberId: member.id });
                toastDone("The figures are being fetched. They stand here in a moment.");
              }}
            />
          )}
          <Button variant="default" onClick={() => setEntering(true)}>
            Enter a figure
          </Button>
        </div>
      </div>
      <div className={panel.stack}>
        <Refusal refusal={fetch.refusal} />
        <ul className={classes.metrics}>
          {metrics.map((metric) => (
            <li key={metric.key} className={classes.metric}>
              <OneMetric
                metric={metric}
                newest={figures.find((one) => one.metric === metric.key)}
              />
            </li>
          ))}
        </ul>
        <DataTable
          caption="All figures"
          rows={figures}
          rowKey={({ id }) => id}
          empty={<p className={classes.small}>No figure yet: enter one, or have them fetched.</p>}
          columns={[
            {
              key: "metric",
              head: "Metric",
              cell: (one) => metricOf(one.metric)?.name ?? one.metric,
            },
            { key: "stretch", head: "Of", cell: stretchWords },
            {
              key: "value",
              head: "Figure",
              align: "end",
              cell: (one) => figureWords(one.value, metricOf(one.metric) ?? { unit: "" }),
            },
            { key: "n", head: "Rests on", cell: countWords, desk: true },
            {
              key: "target",
              head: "Target",
              cell: ({ meets }) => (meets ? "met" : "not met"),
              desk: true,
            },
            { key: "source", head: "From", cell: (one) => <FromWhere of={one} />, desk: true },
          ]}
        />
        <LoginsPart of={of} />
      </div>
      <FigureDialog of={of} opened={entering} onClose={() => setEntering(false)} />
    </section>
  );
}

function OneMetric({ metric, newest }: { metric: Metric; newest: Figure | undefined }) {
  return (
    <>
      <h3>{metric.name}</h3>
      <p className={classes.value}>
        {newest === undefined ? "–" : figureWords(newest.value, metric)}
        {newest === undefined ? null : (
          <span className={newest.meets ? classes.good : classes.off}>
            {newest.meets ? "✓ target met" : "△ target not met"}
          </span>
        )}
      </p>
      <p className={classes.small}>Target: {targetWords(metric)}</p>
      <p className={classes.small}>{metric.says}</p>
      {newest === undefined ? null : (
        <p className={classes.small}>
          {stretchWords(newest)} · from {countWords(newest)} · <FromWhere of={newest} />
        </p>
      )}
    </>
  );
}

/** Who entered a figure, or where it was fetched, what was counted, and when. */
function FromWhere({ of }: { of: Figure }) {
  return (
    <>
      {of.source === null
        ? `entered by ${of.enteredBy ?? "somebody"}`
        : `fetched from ${SOURCE_NAMES[of.source.kind]}, ${of.source.project}: ${of.source.counts}`}
      , <ExactTime at={of.at} />
    </>
  );
}
