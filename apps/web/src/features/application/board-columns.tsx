"use client";

import type { BoardView, CardView } from "@rubric/domain/application/schemas";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { returnToCard } from "../../ui/keep-focus.ts";
import { BoardCard } from "./board-card.tsx";
import { BoardColumn, type DropHint } from "./board-column.tsx";
import { ColumnCards } from "./column-cards.tsx";
import { useBoardKeys } from "./board-keys.ts";
import classes from "./board.module.css";
import { type Move, moveWords, refusalOf } from "./move-words.ts";
import { useBoardDrag } from "./use-board-drag.ts";

/** The columns with their cards; while one is dragged each column says what a drop would do. */
export function BoardColumns(props: {
  board: BoardView;
  cards: readonly CardView[];
  hrefOf: (applicationId: string) => string;
  onStart: (card: CardView, move: Move) => void;
  /** Asks what shall become of a card; absent for who only reads. */
  onChoose?: (applicationId: string) => void;
}) {
  const { board, cards, hrefOf, onStart, onChoose } = props;
  const element = useRef<HTMLElement>(null);
  const [over, setOver] = useState<string | null>(null);
  useBoardKeys(element, onChoose);
  useEffect(returnToCard, []);
  const drop = useCallback(
    (applicationId: string, column: string) => {
      setOver(null);
      const card = board.cards.find((one) => one.applicationId === applicationId);
      const move = card?.moves.find((one) => one.column === column);
      if (card !== undefined && move !== undefined) onStart(card, move);
    },
    [board, onStart],
  );
  const dragged = useBoardDrag(drop);
  const card = board.cards.find((one) => one.applicationId === dragged);
  const warningOf = (id: string): string | null => {
    if (id !== dragged || over === null) return null;
    const move = card?.moves.find((one) => one.column === over);
    return move === undefined ? null : (refusalOf(board, move.refusal)?.sentence ?? null);
  };
  const hintOf = (column: BoardView["columns"][number]): DropHint | null => {
    const move = card?.moves.find((one) => one.column === column.key);
    if (move === undefined) return null;
    const refusal = refusalOf(board, move.refusal);
    return refusal === null
      ? { allowed: true, words: moveWords(move, column.name) }
      : { allowed: false, words: refusal.sentence };
  };
  const byColumn = useMemo(() => Map.groupBy(cards, (one) => one.column), [cards]);
  const draw = (one: CardView, at: number, of: number) => (
    <BoardCard
      card={one}
      refusals={board.refusals}
      href={hrefOf(one.applicationId)}
      at={at}
      of={of}
      warning={warningOf(one.applicationId)}
      dragged={one.applicationId === dragged}
      {...(onChoose === undefined ? {} : { onChoose })}
    />
  );
  return (
    <section ref={element} className={classes.board} aria-label="Pipeline">
      {board.columns.map((column) => {
        const here = byColumn.get(column.key) ?? [];
        return (
          <BoardColumn
            key={column.key}
            column={column}
            shown={here.length}
            hint={hintOf(column)}
            onOver={setOver}
          >
            {here.length === 0 ? (
              <p className={classes.none}>
                {column.count === 0 ? "Nobody is here." : "None matches the filters."}
              </p>
            ) : (
              <ColumnCards cards={here} dragged={dragged} draw={draw} />
            )}
          </BoardColumn>
        );
      })}
    </section>
  );
}
