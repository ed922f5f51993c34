"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { RoundsView } from "@rubric/domain/round/schemas";
import Link from "next/link";
import { useTRPC } from "../../api/client.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { OpenRound } from "./open-round.tsx";
import { RatersSection } from "./raters-section.tsx";
import { placeOf, quarterWords } from "./round-words.ts";
import classes from "./round.module.css";

type Round = RoundsView["rounds"][number];

/** Rounds of reviews in numbers, to open the one of this quarter, and how managers rate. */
export function RoundsPage({ org }: { org: string }) {
  const { data: view } = useSuspenseQuery(useTRPC().round.list.queryOptions({}));
  return (
    <>
      <PageHeader
        title="Review rounds"
        crumbs={[{ label: "Settings", href: `/o/${org}/settings` }]}
        lead="Each quarter a review can be opened for everyone who has a manager and a level, by place of work (establishment: where an admin says under Members that somebody works). You see here how many, and never who or how: that is each pair's alone."
      />
      <OpenRound view={view} />
      <section className={classes.section} aria-labelledby="rounds-title">
        <h2 id="rounds-title">Rounds</h2>
        <DataTable
          stacks
          caption="Rounds of reviews, in numbers"
          rows={view.rounds}
          rowKey={(one) => one.id}
          empty={
            <EmptyState title="No round was opened yet">
              Open the one of {quarterWords(view.quarter)} above, or let{" "}
              <Link href={`/o/${org}/settings/policies#round.quarterly`}>the policy on rounds</Link>{" "}
              open one each quarter.
            </EmptyState>
          }
          columns={[
            {
              key: "quarter",
              head: "Quarter",
              cell: (one) => (
                <>
                  {quarterWords(one.quarter)}
                  <div className={classes.quiet}>{placeOf(one.establishment)}</div>
                </>
              ),
            },
            {
              key: "opened",
              head: "Opened",
              desk: true,
              cell: (one) => (
                <>
                  <ExactTime at={one.openedAt} />
                  <div className={classes.quiet}>{one.openedBy ?? "by policy"}</div>
                </>
              ),
            },
            { key: "due", head: "Due", desk: true, cell: (one) => <ExactTime at={one.dueAt} /> },
            { key: "open", head: "Being written", align: "end", cell: (one) => one.counts.open },
            { key: "in", head: "Both sides in", align: "end", cell: (one) => one.counts.in },
            { key: "closed", head: "Closed", align: "end", cell: (one) => one.counts.closed },
            {
              key: "cancelled",
              head: "Cancelled",
              align: "end",
              desk: true,
              cell: (one) => one.counts.cancelled,
            },
            { key: "skipped", head: "No review opened", desk: true, cell: passedOver },
          ]}
        />
      </section>
      <RatersSection org={org} />
    </>
  );
}

function passedOver({ counts, filled }: Round): string {
  const words = [
    counts.reviewOpen === 0 ? null : `${counts.reviewOpen} had a review open already`,
    counts.notPlaced === 0 ? null : `${counts.notPlaced} had no level`,
    filled ? null : "the rest are being opened",
  ].filter((one) => one !== null);
  return words.length === 0 ? "nobody left out" : words.join(", ");
}
