"use client";

import type { BoardView, CardView } from "@rubric/domain/application/schemas";
import { Button, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { type ReactNode, useCallback, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { JobTabs } from "../../ui/job-tabs.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { toastDone } from "../../ui/toast.ts";
import { BoardBar } from "./board-bar.tsx";
import { BoardColumns } from "./board-columns.tsx";
import { BoardDialogs, type CardAction } from "./board-dialogs.tsx";
import { boardFilters, filterCards } from "./board-filters.ts";
import { DecideDialog, type Deciding } from "./decide-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { type Move, refusalOf } from "./move-words.ts";

type Deviating = { card: CardView; move: Move; to: string };

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
  const move = useCommand(trpc.application.move.mutationOptions());
  const [filters] = useQueryStates(boardFilters);
  const [choosing, setChoosing] = useState<string | null>(null);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [deviating, setDeviating] = useState<Deviating | null>(null);
  const [acting, setActing] = useState<CardAction | null>(null);
  const cards = filterCards(board.cards, filters);
  const nameOf = (key: string) => board.columns.find((one) => one.key === key)?.name ?? "";

  const chosenCard = board.cards.find((one) => one.applicationId === choosing) ?? null;

  function act(action: CardAction["action"]) {
    setChoosing(null);
    if (chosenCard !== null) setActing({ card: chosenCard, action });
  }

  const start = useCallback(
    (card: CardView, chosen: Move) => {
      if (refusalOf(board, chosen.refusal) !== null) return;
      const to = board.columns.find((one) => one.key === chosen.column);
      setChoosing(null);
      if (chosen.how === "decide") {
        setDeciding({
          card,
          kind: to?.kind === "offer" ? "offer" : "advance",
          to: to?.name ?? "",
        });
      } else {
        setDeviating({ card, move: chosen, to: to?.name ?? "" });
      }
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
        lead={leadWords(board)}
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
            hrefOf={(id) => `/o/${org}/applications/${id}`}
            onStart={start}
            {...(board.may.decide ? { onChoose: setChoosing } : {})}
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
          if (chosenCard !== null) setDeciding({ card: chosenCard, kind: "reject", to: "" });
        }}
        onHold={() => act("hold")}
        onEnd={() => act("end")}
      />
      <BoardDialogs of={acting} onClose={() => setActing(null)} />
      <DecideDialog
        board={board}
        deciding={deciding}
        debriefHref={(id) => `/o/${org}/applications/${id}/debrief`}
        onClose={() => setDeciding(null)}
      />
      <ConfirmDialog
        opened={deviating !== null}
        onClose={() => setDeviating(null)}
        title={deviating === null ? "" : deviationTitle(deviating, nameOf)}
        confirmLabel="Move"
        reason={{
          label: "Why",
          description: "Kept as a deviation from the plan, shown and counted.",
          minLength: 3,
        }}
        onConfirm={async (reason) => {
          if (deviating === null) return;
          const { card, move: chosen, to } = deviating;
          const { applicationId } = card;
          await move.run({ applicationId, toStageId: chosen.stageId, reason });
          toastDone(`${card.name} is in ${to}.`);
        }}
      >
        <Text size="md">
          Interviews of the stage {deviating?.card.name} leaves that have not begun are cancelled.
        </Text>
      </ConfirmDialog>
    </>
  );
}

function deviationTitle({ card, move, to }: Deviating, nameOf: (key: string) => string): string {
  return move.how === "back"
    ? `${card.name}: back to ${to}`
    : `${card.name}: skip from ${nameOf(card.column)} to ${to}`;
}

function leadWords({ cards, hidden, ended }: BoardView): string {
  const late = cards.filter((card) => card.late).length;
  const under = cards.length + hidden;
  const over = ended.rejected + ended.withdrawn + ended.transferred;
  return [
    under === 0 ? "Nobody under way" : `${under} under way`,
    ...(late === 0 ? [] : [`${late} ${late === 1 ? "answer" : "answers"} late`]),
    ...(ended.hired === 0 ? [] : [`${ended.hired} hired`]),
    ...(over === 0 ? [] : [`${over} ended`]),
    ...(hidden === 0 ? [] : [`the ${cards.length} who wait longest are shown`]),
  ].join(" · ");
}
