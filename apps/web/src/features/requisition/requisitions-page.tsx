"use client";

import { Button, SegmentedControl } from "@mantine/core";
import type { RequisitionListView } from "@rubric/domain/requisition/schemas";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { useApiClient, useTRPC } from "../../api/client.tsx";
import { readApiError } from "../../api/errors.ts";
import { pagesOf } from "../../api/pages.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorView } from "../../ui/error-view.tsx";
import { JobsTabs } from "../../ui/jobs-tabs.tsx";
import { TableLoading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { placesShort } from "../../ui/places.ts";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { ShowMore } from "../../ui/show-more.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { requisitionsFilters, requisitionsInput } from "./filters.ts";
import classes from "./requisition.module.css";

const WORDS = {
  current: "Current",
  pending: "Waiting",
  approved: "Approved",
  all: "All",
} as const;
const isShown = (text: string): text is keyof typeof WORDS => text in WORDS;

type Row = RequisitionListView["requisitions"][number];

const columns: Column<Row>[] = [
  {
    key: "number",
    head: "Requisition",
    cell: (row) => (
      <>
        <span className={classes.name}>
          R-{row.number} · {row.title}
        </span>
        <span className={classes.under}>
          {row.raised ? "Raised for an offer beyond headcount" : `Asked for by ${row.author}`}
        </span>
      </>
    ),
  },
  {
    key: "state",
    head: "State",
    cell: (row) => (
      <span className={classes.state}>
        <StateBadge kind="requisition" state={row.state} />
        {row.waitsForMe ? <span className={classes.under}>for you</span> : null}
      </span>
    ),
  },
  { key: "level", head: "Level", desk: true, cell: (row) => row.level },
  { key: "places", head: "Places", desk: true, cell: (row) => placesShort(row.locations) },
  {
    key: "seats",
    head: "Filled",
    cell: (row) => (
      <span className={classes.figures}>
        {row.filled}/{row.seats}
        {row.reserved === 0 ? null : (
          <span className={classes.quiet}> · {row.reserved} reserved</span>
        )}
      </span>
    ),
  },
  { key: "job", head: "Job", desk: true, cell: (row) => row.job ?? <NoJob /> },
  { key: "since", head: "Since", desk: true, cell: (row) => <RelativeTime at={row.createdAt} /> },
];

function NoJob() {
  return <span className={classes.quiet}>None yet</span>;
}

/** The requisitions that one may see; the filter stands in the address. */
export function RequisitionsPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const api = useApiClient();
  const [filters, setFilters] = useQueryStates(requisitionsFilters);
  const input = requisitionsInput(filters);
  const list = useInfiniteQuery({
    ...pagesOf(trpc.requisition.list.queryKey(input), (cursor) =>
      api.requisition.list.query({ ...input, cursor }),
    ),
    placeholderData: keepPreviousData,
  });
  if (list.error !== null) return <ErrorView error={readApiError(list.error)} />;
  const first = list.data?.pages[0];
  const rows = list.data?.pages.flatMap((page) => page.requisitions) ?? [];
  const ask =
    first?.may.ask === null ? (
      <Button component={Link} href={`/o/${org}/requisitions/new`}>
        New requisition
      </Button>
    ) : undefined;
  return (
    <>
      <PageHeader
        wide
        title="Requisitions"
        lead={
          first?.required === true
            ? "Openings come from an approved requisition here."
            : "The approved authority to hire. Openings may be added to a job without one."
        }
        {...(ask === undefined ? {} : { action: ask })}
      >
        <JobsTabs org={org} at="requisitions" />
      </PageHeader>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label="State"
          size="xs"
          value={filters.state}
          onChange={(state) => isShown(state) && void setFilters({ state })}
          data={Object.entries(WORDS).map(([value, label]) => ({ value, label }))}
        />
      </div>
      {first === undefined ? (
        <TableLoading />
      ) : (
        <DataTable
          caption="Requisitions"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/o/${org}/requisitions/${row.id}`}
          empty={
            <EmptyState title="No requisitions here" action={ask}>
              {filters.state === "current" || filters.state === "all"
                ? "You see a requisition once you asked for it, are asked to approve it, or lead its job."
                : "None is in this state. Choose another one."}
            </EmptyState>
          }
        />
      )}
      <ShowMore of={list} />
    </>
  );
}
