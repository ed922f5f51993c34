"use client";

import type { FrameworkComparisonView } from "@rubric/domain/framework/schemas";
import { Switch } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import classes from "./compare-page.module.css";
import { ComparedLevels } from "./compared-levels.tsx";

type Row = FrameworkComparisonView["rows"][number];

/** Two versions side by side, cell by cell, with what changed marked. */
export function ComparePage(props: { org: string; beforeId: string; afterId: string }) {
  const { org, beforeId, afterId } = props;
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.framework.compare.queryOptions({ beforeId, afterId }));
  const [all, setAll] = useState(false);
  const { counts } = data;
  const rows = all ? data.rows : data.rows.filter(hasChanged);
  return (
    <>
      <PageHeader
        title={`Version ${data.before.number} and version ${data.after.number}`}
        crumbs={[
          { label: "Frameworks", href: `/o/${org}/frameworks` },
          { label: data.name, href: `/o/${org}/frameworks/${data.frameworkId}` },
        ]}
        lead={`${counts.changed} changed, ${counts.added} added, ${counts.removed} removed.`}
        secondary={
          <Switch
            label="Show what stayed the same"
            checked={all}
            onChange={(event) => setAll(event.currentTarget.checked)}
          />
        }
      />
      <ComparedLevels levels={data.levels} all={all} />
      {rows.length === 0 ? (
        <EmptyState title="No anchor changed">Both versions say the same at each level.</EmptyState>
      ) : (
        rows.map((row) => <ComparedRow key={row.key} row={row} levels={data.levels} all={all} />)
      )}
    </>
  );
}

function hasChanged(row: Row): boolean {
  return row.change !== "same" || row.cells.some((cell) => cell.change !== "same");
}

function ComparedRow(props: { row: Row; levels: FrameworkComparisonView["levels"]; all: boolean }) {
  const { row, levels, all } = props;
  const cells = all ? row.cells : row.cells.filter((cell) => cell.change !== "same");
  return (
    <section className={classes.row} aria-label={row.after ?? row.before ?? row.key}>
      <h2 className={classes.name}>
        {row.before !== null && row.before !== row.after ? <del>{row.before}</del> : null}{" "}
        {row.after === null ? null : <span>{row.after}</span>}
      </h2>
      {cells.map((cell) => {
        const level = levels.find((one) => one.key === cell.levelKey);
        return (
          <div key={cell.levelKey} className={classes.cell} data-change={cell.change}>
            <p className={classes.level}>
              {level?.after ?? level?.before} <span>{cell.change}</span>
            </p>
            <p className={classes.side}>
              {cell.before === null ? "—" : <del>{cell.before.summary}</del>}
            </p>
            <p className={classes.side}>
              {cell.after === null ? "—" : <ins>{cell.after.summary}</ins>}
            </p>
          </div>
        );
      })}
    </section>
  );
}
