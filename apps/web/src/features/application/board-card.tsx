"use client";

import { draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import type { BoardView, CardView } from "@rubric/domain/application/schemas";
import { ActionIcon } from "@mantine/core";
import { IconArrowsExchange, IconClockPause, IconHourglassHigh } from "@tabler/icons-react";
import Link from "next/link";
import { memo, useEffect, useRef } from "react";
import { BriefTime } from "../../ui/exact-time.tsx";
import classes from "./board.module.css";
import { Marks } from "./marks.tsx";

type Face = {
  card: CardView;
  refusals: BoardView["refusals"];
  href: string;
  /** Why the place it is being dragged over refuses it. */
  warning: string | null;
  /** Absent for who only reads. */
  onChoose?: (applicationId: string) => void;
};

/** One candidate in the pipeline. Dragged with a pointer, or moved with `M`. */
export function BoardCard({
  at,
  of,
  dragged,
  ...face
}: Face & {
  /** Which of how many cards of its column it is, the first 1: not all of them are in the page. */
  at: number;
  of: number;
  dragged: boolean;
}) {
  const { card } = face;
  const { applicationId } = card;
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (element.current === null) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ applicationId }),
    });
  }, [applicationId]);
  return (
    <article
      ref={element}
      className={classes.card}
      data-card={applicationId}
      data-dragged={dragged || undefined}
      data-late={card.late || undefined}
      aria-label={card.name}
      aria-posinset={at}
      aria-setsize={of}
    >
      <CardFace {...face} />
    </article>
  );
}

/** What is read on a card. A key pressed on one draws no other anew, nor does one that comes or goes. */
const CardFace = memo(function CardFace({ card, refusals, href, warning, onChoose }: Face) {
  const sealed = card.sealed === null ? null : (refusals[card.sealed]?.sentence ?? null);
  return (
    <>
      <div className={classes.cardHead}>
        <Link href={href} className={classes.name} draggable={false}>
          {card.name}
        </Link>
        {onChoose === undefined ? null : (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            className={classes.move}
            aria-label={`Move ${card.name}`}
            title="Move (M)"
            onClick={() => onChoose(card.applicationId)}
          >
            <IconArrowsExchange size={16} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        )}
      </div>
      {card.headline === "" ? null : <p className={classes.headline}>{card.headline}</p>}
      <div className={classes.facts}>
        <span className={classes.days} data-late={card.late || undefined}>
          {card.late ? (
            <IconHourglassHigh size={13} stroke={1.8} aria-hidden="true" />
          ) : card.state === "on_hold" ? (
            <IconClockPause size={13} stroke={1.8} aria-hidden="true" />
          ) : null}
          {daysWords(card)}
        </span>
        <Marks marks={card.marks} sealed={sealed} />
      </div>
      {warning === null ? (
        <p className={classes.next}>
          {card.next.text}
          {card.next.at === null ? null : (
            <>
              {" · "}
              <BriefTime at={card.next.at} />
            </>
          )}
        </p>
      ) : (
        <output className={classes.warning}>{warning}</output>
      )}
    </>
  );
});

function daysWords(card: CardView): string {
  const days =
    card.daysInStage === 0
      ? "new today"
      : `${card.daysInStage} ${card.daysInStage === 1 ? "day" : "days"}`;
  return card.late ? `${days}, answer is late` : days;
}
