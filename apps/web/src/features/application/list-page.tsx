"use client";

import { Button, SegmentedControl, Select } from "@mantine/core";
import { APPLICATION_STATES, type ApplicationListView } from "@rubric/domain/application/schemas";
import { keepPreviousData, useInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { useApiClient, useTRPC } from "../../api/client.tsx";
import { readApiError } from "../../api/errors.ts";
import { pagesOf } from "../../api/pages.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorView } from "../../ui/error-view.tsx";
import { BriefTime } from "../../ui/exact-time.tsx";
import { JobTabs } from "../../ui/job-tabs.tsx";
import { TableLoading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { PersonAvatar } from "../../ui/person-avatar.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { ShowMore } from "../../ui/show-more.tsx";
import { describeState } from "../../ui/states.ts";
import { SOURCE_WORDS } from "./board-filters.ts";
import { type ListFilters, listFilters, listInput } from "./list-filters.ts";
import classes from "./list-page.module.css";

type Application = ApplicationListView["applications"][number];

/** Everyone who applied to a job, in one state: also those whom the pipeline has no card of. */
export function ListPage({ org, jobId }: { org: string; jobId: string }) {
  const trpc = useTRPC();
  const api = useApiClient();
  const { data: job } = useSuspenseQuery(trpc.job.show.queryOptions({ jobId }));
  const [filters, setFilters] = useQueryStates(listFilters);
  const input = listInput(jobId, filters);
  const list = useInfiniteQuery({
    ...pagesOf(trpc.application.list.queryKey(input), (cursor) =>
      api.application.list.query({ ...input, cursor }),
    ),
    placeholderData: keepPreviousData,
  });
  if (list.error !== null) return <ErrorView error={readApiError(list.error)} />;
  const rows = list.data?.pages.flatMap((page) => page.applications);
  const pipeline = `/o/${org}/jobs/${jobId}`;
  const stages = job.plans.current?.stages ?? [];
  return (
    <>
      <PageHeader
        title={`Applications to ${job.title}`}
        crumbs={[
          { label: "Jobs", href: `/o/${org}/jobs` },
          { label: job.title, href: pipeline },
        ]}
        lead="Who has been in their stage for longest comes first."
      >
        <JobTabs org={org} jobId={jobId} at="pipeline" pipeline />
      </PageHeader>
      <search className={classes.bar} aria-label="Filter applications">
        <SegmentedControl
          aria-label="State"
          size="xs"
          value={filters.state}
          onChange={(text) => {
            const state = APPLICATION_STATES.find((one) => one === text);
            if (state !== undefined) void setFilters({ state });
          }}
          data={APPLICATION_STATES.map((value) => ({
            value,
            label: describeState("application", value).word,
          }))}
        />
        <Select
          aria-label="Stage"
          placeholder="Any stage"
          clearable
          data={stages.map(({ id, name }) => ({ value: id, label: name }))}
          value={filters.stage}
          onChange={(stage) => void setFilters({ stage })}
          className={classes.stage}
        />
      </search>
      {rows === undefined ? (
        <TableLoading />
      ) : (
        <DataTable
          caption="Applications"
          rows={rows}
          rowKey={(one) => one.applicationId}
          rowHref={(one) => `/o/${org}/applications/${one.applicationId}`}
          stacks
          empty={<Nobody filters={filters} pipeline={pipeline} />}
          columns={columnsFor(filters.state)}
        />
      )}
      <ShowMore of={list} />
    </>
  );
}

function columnsFor(state: ListFilters["state"]): Column<Application>[] {
  const underWay = state === "active" || state === "on_hold";
  return [
    {
      key: "name",
      head: "Name",
      width: "38%",
      cell: (one) => <PersonAvatar name={one.name} withName detail={one.headline} />,
    },
    { key: "stage", head: underWay ? "Stage" : "Last stage", cell: (one) => one.stage },
    { key: "source", head: "How they came", cell: (one) => SOURCE_WORDS[one.source] },
    { key: "applied", head: "Applied", cell: (one) => <RelativeTime at={one.createdAt} /> },
    {
      key: "since",
      head: "Entered the stage",
      cell: (one) => <RelativeTime at={one.enteredStageAt} />,
    },
    ...(underWay
      ? [
          {
            key: "word",
            head: "Next word by",
            cell: (one: Application) =>
              one.nextWordAt === null ? "None promised" : <BriefTime at={one.nextWordAt} />,
          },
        ]
      : []),
  ];
}

function Nobody({ filters, pipeline }: { filters: ListFilters; pipeline: string }) {
  const { state, stage } = filters;
  const words = describeState("application", state).word.toLowerCase();
  return (
    <EmptyState
      title={stage === null ? `No application is ${words}` : `None of this stage is ${words}`}
      action={
        <Button component={Link} href={pipeline} variant="default">
          To the pipeline
        </Button>
      }
    >
      {stage === null
        ? "Choose another state, or see in the pipeline who is under way."
        : "Choose another state or any stage. Who was judged by an earlier plan is found with any stage."}
    </EmptyState>
  );
}
