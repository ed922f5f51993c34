"use client";

import type { BoardView, CardView } from "@rubric/domain/application/schemas";
import { Modal } from "@mantine/core";
import classes from "./board.module.css";
import { type Move, moveWords, refusalOf } from "./move-words.ts";

/** Where a card may go: each stage with what it takes, or why it is refused. */
export function MoveDialog(props: {
  board: BoardView;
  card: CardView | null;
  onClose: () => void;
  onChoose: (move: Move) => void;
  onReject: () => void;
}) {
  const { board, card, onClose, onChoose, onReject } = props;
  return (
    <Modal
      opened={card !== null}
      onClose={onClose}
      title={card === null ? "" : `Move ${card.name}`}
      size="sm"
    >
      {card === null ? null : (
        <ul className={classes.targets}>
          {card.moves.map((move, index) => {
            const name = board.columns.find((column) => column.key === move.column)?.name ?? "";
            return (
              <Target
                key={move.stageId}
                name={name}
                words={moveWords(move, name)}
                refusal={refusalOf(board, move.refusal)}
                first={index === firstOpen(card)}
                onClick={() => onChoose(move)}
              />
            );
          })}
          <Target
            name="Reject on merit"
            words="A decision with grounds; the candidate hears of it after the delay"
            refusal={refusalOf(board, card.reject)}
            first={firstOpen(card) === -1}
            onClick={onReject}
          />
        </ul>
      )}
    </Modal>
  );
}

const firstOpen = (card: CardView) => card.moves.findIndex((move) => move.refusal === null);

function Target(props: {
  name: string;
  /** Has the focus when the dialog opens. */
  first: boolean;
  words: string;
  refusal: BoardView["refusals"][number] | null;
  onClick: () => void;
}) {
  const { name, words, refusal, onClick } = props;
  return (
    <li>
      <button
        type="button"
        className={classes.target}
        data-autofocus={props.first || undefined}
        {...(refusal === null ? { onClick } : { "aria-disabled": true })}
      >
        <span className={classes.targetName}>{name}</span>
        <span className={classes.targetWords}>
          {refusal === null ? words : `${refusal.sentence} ${refusal.lift ?? ""}`.trim()}
        </span>
      </button>
    </li>
  );
}
