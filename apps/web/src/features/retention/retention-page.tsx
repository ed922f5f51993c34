"use client";

import type { RetentionView } from "@rubric/domain/retention/schemas";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../api/client.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { placeWords } from "../../ui/places.ts";
import { SettingsTabs } from "../../ui/settings-tabs.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { HoldsSection } from "./holds-section.tsx";
import { PoolSection } from "./pool-section.tsx";
import classes from "./retention.module.css";

const WHY: Record<RetentionView["due"][number]["why"], string> = {
  under_way: "goes on",
  hold: "legal hold",
  minimum: "end of the legal minimum, locked away until then",
  request: "asked for by the person",
  maximum: "legal maximum, or the end of a consent",
  policy: "your own policy",
  employed: "hired",
  nothing: "no rule",
};

/** What is kept how long and why, what is due next, legal holds and the talent pool. */
export function RetentionPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data: view } = useSuspenseQuery(trpc.retention.list.queryOptions({}));
  return (
    <>
      <PageHeader
        title="Keeping"
        crumbs={[{ label: "Settings", href: `/o/${org}/settings` }]}
        lead="How long applications are kept, by the law of each region where you hire and by your own policy. What must go is erased by itself, day by day."
      >
        <SettingsTabs org={org} active="retention" />
      </PageHeader>
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
            { key: "region", head: "Region", cell: (one) => placeWords(one.region) },
            { key: "least", head: "By law at least", cell: (one) => one.atLeast ?? "no rule" },
            { key: "most", head: "By law at most", cell: (one) => one.atMost ?? "no rule" },
            {
              key: "policy",
              head: "Your policy",
              align: "end",
              cell: (one) => (one.policyMonths === null ? "none" : `${one.policyMonths} months`),
            },
          ]}
        />
      </section>
      <section className={classes.section} aria-labelledby="due-title">
        <h2 id="due-title">What is due next</h2>
        <p>
          {view.restricted === 0
            ? "Nobody is locked away now."
            : `${view.restricted} ${view.restricted === 1 ? "person is" : "people are"} locked away: the law wants them kept, and nobody reads them.`}
        </p>
        <DataTable
          caption="What is erased next"
          rows={view.due}
          rowKey={(one) => `${one.on} ${one.job} ${one.why}`}
          empty={
            <EmptyState title="Nothing is due">
              Once applications have ended, you see here when they are erased, and by which rule.
            </EmptyState>
          }
          columns={[
            { key: "on", head: "On", cell: (one) => dateWords(one.on) },
            { key: "job", head: "Job", cell: (one) => one.job },
            {
              key: "why",
              head: "Why",
              cell: (one) => (one.conflict ? `${WHY[one.why]} (conflict)` : WHY[one.why]),
            },
            {
              key: "count",
              head: "Applications",
              align: "end",
              cell: (one) => one.applications,
            },
          ]}
        />
      </section>
      <HoldsSection view={view} />
      <PoolSection key={`${view.pool.askAtRejection} ${view.pool.poolMonths}`} pool={view.pool} />
    </>
  );
}
