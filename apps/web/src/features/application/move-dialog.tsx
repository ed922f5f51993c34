"use client";

import type { BoardView, CardView } from "@rubric/domain/application/schemas";
import { Modal } from "@mantine/core";
import classes from "./board.module.css";
import { type Move, moveWords, type Refusal, refusalOf, sharedRefusals } from "./move-words.ts";

/**
 * Where a card may go: each stage with what it takes, or why it is refused; and what else can be
 * done with it. Where nothing can be decided or moved, why is said once.
 */
export function MoveDialog(props: {
  board: BoardView;
  card: CardView | null;
  onClose: () => void;
  onChoose: (move: Move) => void;
  onReject: () => void;
  onHold: () => void;
  onEnd: () => void;
}) {
  const { card, onClose } = props;
  return (
    <Modal
      opened={card !== null}
      onClose={onClose}
      title={card === null ? "" : `Move ${card.name}`}
      size="sm"
    >
      {card === null ? null : <Targets {...props} card={card} />}
    </Modal>
  );
}

function Targets(props: {
  board: BoardView;
  card: CardView;
  onChoose: (move: Move) => void;
  onReject: () => void;
  onHold: () => void;
  onEnd: () => void;
}) {
  const { board, card, onChoose, onReject, onHold, onEnd } = props;
  const shut = sharedRefusals(board, card);
  const open = firstOpen(card);
  return (
    <>
      {shut.map(({ sentence, lift }) => (
        <p key={sentence} className={classes.shut}>
          {sentence} {lift}
        </p>
      ))}
      <ul className={classes.targets}>
        {shut.length > 0 ? null : (
          <>
            {card.moves.map((move, index) => {
              const name = board.columns.find((column) => column.key === move.column)?.name ?? "";
              return (
                <Target
                  key={move.stageId}
                  name={name}
                  words={moveWords(move, name)}
                  refusal={refusalOf(board, move.refusal)}
                  first={index === open}
                  onClick={() => onChoose(move)}
                />
              );
            })}
            <Target
              name="Reject on merit"
              words="A decision with grounds; the candidate hears of it after the delay"
              refusal={refusalOf(board, card.reject)}
              first={open === -1}
              onClick={onReject}
            />
          </>
        )}
        {card.state === "on_hold" ? null : (
          <Target
            name="Put on hold"
            words="With the day of the next word to the candidate"
            refusal={null}
            first={shut.length > 0}
            onClick={onHold}
          />
        )}
        <Target
          name="Reject for an administrative reason"
          words="Rests on a fact and judges nobody"
          refusal={null}
          first={shut.length > 0 && card.state === "on_hold"}
          onClick={onEnd}
        />
      </ul>
    </>
  );
}

const firstOpen = (card: CardView) => card.moves.findIndex((move) => move.refusal === null);

function Target(props: {
  name: string;
  /** Has the focus when the dialog opens. */
  first: boolean;
  words: string;
  refusal: Refusal | null;
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
