"use client";

import type { BoardView, CardView } from "@rubric/domain/application/schemas";
import { memo, startTransition, useCallback, useDeferredValue, useState } from "react";
import { Once } from "../../ui/once.tsx";
import { BoardColumns } from "./board-columns.tsx";
import type { CardAction } from "./board-dialogs.tsx";
import { BoardDialogs, DecideDialog, DeviateMoveDialog, loadDialogs } from "./board-later.ts";
import type { Deciding } from "./decide-dialog.tsx";
import type { Deviating } from "./deviate-move-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { type Move, refusalOf } from "./move-words.ts";
import { useBoardMoves } from "./use-board-moves.ts";

/**
 * The columns do not change while a dialog opens over them, and so are not drawn anew for it; what
 * did change is drawn when nobody is pressing a key.
 */
const Columns = memo(BoardColumns);

/** The columns of a pipeline, and what one is asked before a card goes elsewhere. */
export function BoardMoves(props: {
  org: string;
  jobId: string;
  board: BoardView;
  /** Those that the filters leave. */
  cards: readonly CardView[];
}) {
  const { org, jobId, board, cards } = props;
  const drawnBoard = useDeferredValue(board);
  const drawnCards = useDeferredValue(cards);
  const moveNow = useBoardMoves(jobId);
  const [choosing, setChoosing] = useState<string | null>(null);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [deviating, setDeviating] = useState<Deviating | null>(null);
  const [acting, setActing] = useState<CardAction | null>(null);
  const hrefOf = useCallback((id: string) => `/o/${org}/applications/${id}`, [org]);
  const chosenCard = board.cards.find((one) => one.applicationId === choosing) ?? null;

  const choose = useCallback((applicationId: string) => {
    setChoosing(applicationId);
    // Once the dialog is seen: to ask for what may follow takes as long as to answer the key.
    requestAnimationFrame(() => setTimeout(loadDialogs));
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
      {board.cards.length === 0 ? null : (
        <Columns
          board={drawnBoard}
          cards={drawnCards}
          hrefOf={hrefOf}
          onStart={start}
          {...(board.may.decide ? { onChoose: choose } : {})}
        />
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
