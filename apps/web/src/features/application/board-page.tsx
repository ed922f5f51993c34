"use client";

import type { CardView } from "@rubric/domain/application/schemas";
import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { type ReactNode, startTransition, useCallback, useMemo, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { JobTabs } from "../../ui/job-tabs.tsx";
import { Once } from "../../ui/once.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { BoardBar } from "./board-bar.tsx";
import { BoardColumns } from "./board-columns.tsx";
import { BoardLead } from "./board-lead.tsx";
import type { CardAction } from "./board-dialogs.tsx";
import { boardFilters, filterCards } from "./board-filters.ts";
import { BoardDialogs, DecideDialog, DeviateMoveDialog, loadDialogs } from "./board-later.ts";
import type { Deciding } from "./decide-dialog.tsx";
import type { Deviating } from "./deviate-move-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { type Move, refusalOf } from "./move-words.ts";
import { useBoardMoves } from "./use-board-moves.ts";

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
  const moveNow = useBoardMoves(jobId);
  const [filters] = useQueryStates(boardFilters);
  const [choosing, setChoosing] = useState<string | null>(null);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [deviating, setDeviating] = useState<Deviating | null>(null);
  const [acting, setActing] = useState<CardAction | null>(null);
  const cards = useMemo(() => filterCards(board.cards, filters), [board.cards, filters]);
  const hrefOf = useCallback((id: string) => `/o/${org}/applications/${id}`, [org]);
  const chosenCard = board.cards.find((one) => one.applicationId === choosing) ?? null;

  const choose = useCallback((applicationId: string) => {
    loadDialogs();
    setChoosing(applicationId);
  }, []);

  function act(action: CardAction["action"]) {
    setChoosing(null);
    if (chosenCard !== null) setActing({ card: chosenCard, action });
  }

  const start = useCallback(
    (card: CardView, chosen: Move) => {
      if (refusalOf(board, chosen.refusal) !== null) return;
      const columnOf = (key: string) => board.columns.find((one) => one.key === key);
      const to = columnOf(chosen.column);
      setChoosing(null);
      // After this dialog is seen to go away: the key that chose is answered at once.
      startTransition(() => {
        if (chosen.how === "decide") {
          setDeciding({
            card,
            kind: to?.kind === "offer" ? "offer" : "advance",
            to: to?.name ?? "",
            place: { column: chosen.column, stageId: chosen.stageId },
          });
        } else {
          const from = columnOf(card.column)?.name ?? "";
          setDeviating({ card, move: chosen, from, to: to?.name ?? "" });
        }
      });
    },
    [board],
  );

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
        <>
          <BoardBar />
          <BoardColumns
            board={board}
            cards={cards}
            hrefOf={hrefOf}
            onStart={start}
            {...(board.may.decide ? { onChoose: choose } : {})}
          />
        </>
      )}
      <MoveDialog
        board={board}
        card={chosenCard}
        onClose={() => setChoosing(null)}
        onChoose={(chosen) => {
          if (chosenCard !== null) start(chosenCard, chosen);
        }}
        onReject={() => {
          setChoosing(null);
          if (chosenCard !== null)
            setDeciding({ card: chosenCard, kind: "reject", to: "", place: null });
        }}
        onHold={() => act("hold")}
        onEnd={() => act("end")}
      />
      <Once wanted={acting !== null}>
        <BoardDialogs of={acting} onClose={() => setActing(null)} />
      </Once>
      <Once wanted={deciding !== null}>
        <DecideDialog
          board={board}
          deciding={deciding}
          debriefHref={(id) => `/o/${org}/applications/${id}/debrief`}
          moveNow={moveNow}
          onClose={() => setDeciding(null)}
        />
      </Once>
      <Once wanted={deviating !== null}>
        <DeviateMoveDialog
          deviating={deviating}
          moveNow={moveNow}
          onClose={() => setDeviating(null)}
        />
      </Once>
    </>
  );
}
