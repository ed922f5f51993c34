"use client";

import { Box } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../api/client.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { placeWords } from "../../ui/places.ts";
import { DueSection } from "./due-section.tsx";
import { HoldsSection } from "./holds-section.tsx";
import { PoolSection } from "./pool-section.tsx";
import classes from "./retention.module.css";

/** What is kept how long and why, what is due next, legal holds and the talent pool. */
export function RetentionPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data: view } = useSuspenseQuery(trpc.retention.list.queryOptions({}));
  return (
    <>
      <PageHeader
        title="Retention"
        crumbs={[{ label: "Settings", href: `/o/${org}/settings` }]}
        lead="How long applications are kept, by the law of each region where you hire and by your own policy. What must go is erased by itself, day by day."
      />
      <section className={classes.section} aria-labelledby="regions-title">
        <h2 id="regions-title">By region</h2>
        <p>
          An application that touches several regions is kept as long as the latest minimum and no
          longer than the earliest maximum. Where both cannot be, it is locked away from the maximum
          on, and nobody reads it until the minimum is over.
        </p>
        <DataTable
          caption="What the law says, by region"
          rows={view.regions}
          rowKey={(one) => one.region}
          empty={
            <EmptyState title="No job names a place yet">
              Once a job has a location, you see here what the law there says.
            </EmptyState>
          }
          columns={[
            {
              key: "region",
              head: "Region",
              cell: (one) => (
                <>
                  {placeWords(one.region)}
                  <Box hiddenFrom="sm" className={classes.why ?? ""}>
                    {one.atLeast === null && one.atMost === null
                      ? "No rule of law"
                      : [one.atLeast, one.atMost].filter((words) => words !== null).join("; ")}
                  </Box>
                </>
              ),
            },
            {
              key: "least",
              head: "By law at least",
              desk: true,
              cell: (one) => one.atLeast ?? <NoRule />,
            },
            {
              key: "most",
              head: "By law at most",
              desk: true,
              cell: (one) => one.atMost ?? <NoRule />,
            },
            {
              key: "policy",
              head: "Your policy",
              align: "end",
              cell: (one) => (
                <span className={classes.whole}>
                  {one.policyMonths === null ? "none" : `${one.policyMonths} months`}
                </span>
              ),
            },
          ]}
        />
      </section>
      <DueSection restricted={view.restricted} />
      <HoldsSection view={view} />
      <PoolSection key={`${view.pool.askAtRejection} ${view.pool.poolMonths}`} pool={view.pool} />
    </>
  );
}

function NoRule() {
  return <span className={classes.none}>no rule</span>;
}
