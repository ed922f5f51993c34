"use client";

import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { type ReactNode, useMemo } from "react";
import { useTRPC } from "../../api/client.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { JobTabs } from "../../ui/job-tabs.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { BoardBar } from "./board-bar.tsx";
import { BoardLead } from "./board-lead.tsx";
import { boardFilters, filterCards } from "./board-filters.ts";
import { BoardMoves } from "./board-moves.tsx";

/** The pipeline of a job: stages as columns, candidates as cards, each move through its rule. */
export function BoardPage(props: {
  org: string;
  jobId: string;
  /** The way to add someone to this job, where the reader may. */
  add: (job: { jobId: string; title: string }) => ReactNode;
}) {
  const { org, jobId, add } = props;
  const trpc = useTRPC();
  const { data: board } = useSuspenseQuery(trpc.application.board.queryOptions({ jobId }));
  const [filters] = useQueryStates(boardFilters);
  const cards = useMemo(() => filterCards(board.cards, filters), [board.cards, filters]);
  return (
    <>
      <PageHeader
        wide
        title={board.job.title}
        crumbs={[{ label: "Jobs", href: `/o/${org}/jobs` }]}
        state={<StateBadge kind="job" state={board.job.state} />}
        lead={<BoardLead board={board} listHref={`/o/${org}/jobs/${jobId}/applications`} />}
        {...(board.may.add && board.job.state === "open"
          ? { action: add({ jobId, title: board.job.title }) }
          : {})}
      >
        <JobTabs org={org} jobId={jobId} at="pipeline" pipeline />
      </PageHeader>
      {board.cards.length === 0 ? (
        <EmptyState
          title={
            board.job.state === "draft" ? "This job is a draft" : "Nobody is in this pipeline yet"
          }
          {...(board.job.state === "draft"
            ? {
                action: (
                  <Button component={Link} href={`/o/${org}/jobs/${jobId}/plan`} variant="default">
                    Go on with the draft
                  </Button>
                ),
              }
            : {})}
        >
          {board.job.state === "draft"
            ? "Candidates come in once it has a rubric and a plan, is open, and its post is published."
            : "Candidates appear here as soon as they apply, are referred, or are added by you. Publish a post so that people can find the job."}
        </EmptyState>
      ) : (
        <BoardBar />
      )}
      <BoardMoves org={org} jobId={jobId} board={board} cards={cards} />
    </>
  );
}
