"use client";

import { Button, SegmentedControl, Switch } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import type { JobListView } from "@rubric/domain/job/schemas";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { useApiClient, useTRPC } from "../../api/client.tsx";
import { readApiError } from "../../api/errors.ts";
import { pagesOf } from "../../api/pages.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorView } from "../../ui/error-view.tsx";
import { JobsTabs } from "../../ui/jobs-tabs.tsx";
import { TableLoading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { ShowMore } from "../../ui/show-more.tsx";
import { jobColumns } from "./job-columns.tsx";
import { jobsFilters, jobsInput } from "./jobs-filters.ts";
import classes from "./jobs-page.module.css";

type State = "all" | "running" | "draft" | "open" | "on_hold" | "closed";
const isState = (text: string): text is State => text in WORDS;
const WORDS: Record<State, string> = {
  running: "Current",
  open: "Open",
  draft: "Draft",
  on_hold: "On hold",
  closed: "Closed",
  all: "All",
};

function countOf(counts: JobListView["counts"], state: State): number {
  const { draft, open, on_hold: held, closed } = counts;
  if (state === "running") return draft + open + held;
  return state === "all" ? draft + open + held + closed : counts[state];
}

/** Every job one may know of, with how it does; filters stand in the address. */
export function JobsPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const api = useApiClient();
  const [filters, setFilters] = useQueryStates(jobsFilters);
  const [typed, setTyped] = useState(filters.search);
  const search = useDebouncedCallback((words: string) => void setFilters({ search: words }), 200);
  const input = jobsInput(filters);
  const list = useInfiniteQuery({
    ...pagesOf(trpc.job.list.queryKey(input), (cursor) => api.job.list.query({ ...input, cursor })),
    placeholderData: keepPreviousData,
  });
  if (list.error !== null) return <ErrorView error={readApiError(list.error)} />;
  const first = list.data?.pages[0];
  const jobs = list.data?.pages.flatMap((page) => page.jobs) ?? [];
  const create =
    first?.may.create === null ? (
      <Button component={Link} href={`/o/${org}/jobs/new`}>
        New job
      </Button>
    ) : undefined;
  return (
    <>
      <PageHeader wide title="Jobs" {...(create === undefined ? {} : { action: create })}>
        <JobsTabs org={org} at="jobs" />
      </PageHeader>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label="State"
          size="xs"
          value={filters.state}
          onChange={(state) => isState(state) && void setFilters({ state })}
          data={Object.entries(WORDS).map(([value, word]) => ({
            value,
            label:
              first !== undefined && isState(value)
                ? `${word} ${countOf(first.counts, value)}`
                : word,
          }))}
        />
        <SearchField
          label="Search by title or team"
          placeholder="Title or team"
          value={typed}
          onChange={(words) => {
            setTyped(words);
            search(words);
          }}
          className={classes.search}
        />
        <Switch
          label="My jobs"
          checked={filters.mine}
          onChange={(event) => void setFilters({ mine: event.currentTarget.checked })}
        />
      </div>
      {first === undefined ? (
        <TableLoading />
      ) : (
        <DataTable
          caption="Jobs"
          columns={jobColumns}
          rows={jobs}
          rowKey={(job) => job.id}
          rowHref={(job) =>
            job.opens === null
              ? null
              : `/o/${org}/jobs/${job.id}${job.opens === "plan" ? "/plan" : ""}`
          }
          empty={<NoJobs any={countOf(first.counts, "all") > 0} create={create} />}
        />
      )}
      <ShowMore of={list} />
    </>
  );
}

function NoJobs({ any, create }: { any: boolean; create: React.ReactNode }) {
  if (any) {
    return (
      <EmptyState title="No job matches">Search for other words, or take a filter away.</EmptyState>
    );
  }
  return (
    <EmptyState title="No jobs yet" action={create}>
      {create === undefined
        ? "You see a job here once you are in its team."
        : "A job begins with its rubric: what the role does, and so what everyone is judged by."}
    </EmptyState>
  );
}
