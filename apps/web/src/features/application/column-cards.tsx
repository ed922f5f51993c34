"use client";

import type { CardView } from "@rubric/domain/application/schemas";
import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import { Fragment, type ReactNode, useCallback, useLayoutEffect, useRef, useState } from "react";
import classes from "./board.module.css";

/** Up to so many stand in the page, where the browser's own search finds them. */
const ALL_DRAWN = 40;
/** Height of a card with one line of each kind and of the gap below it, in CSS pixels. */
const ESTIMATE = 120;
/** What the server draws of a long column: as much as a tall window shows. */
const FIRST_SIGHT = { width: 0, height: 1200 };

type Props = {
  cards: readonly CardView[];
  dragged: string | null;
  /** Draws a card as one of how many, the first 1. */
  draw: (card: CardView, at: number, of: number) => ReactNode;
};

/** The cards of a column; of a long one those within sight. */
export function ColumnCards(props: Props) {
  const { cards, draw } = props;
  if (cards.length > ALL_DRAWN) return <CardsInSight {...props} />;
  return (
    <div className={classes.cards}>
      {cards.map((card, index) => (
        <Fragment key={card.applicationId}>{draw(card, index + 1, cards.length)}</Fragment>
      ))}
    </div>
  );
}

/**
 * Cards in sight follow each other as in any column, below as much room as those above them take: what
 * the server drew stays where it is while they are measured. The focused and the dragged one stay in
 * the page however far away they are, or the keyboard would lose its place and the drag its source.
 */
function CardsInSight({ cards, dragged, draw }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  const [focused, setFocused] = useState<string | null>(null);
  const kept = cards.flatMap(({ applicationId }, index) =>
    applicationId === focused || applicationId === dragged ? [index] : [],
  );
  const idOf = useCallback((index: number) => cards[index]?.applicationId ?? index, [cards]);
  const inSight = useRef<number[]>([]);
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used in this place only
  const virtualizer = useWindowVirtualizer({
    count: cards.length,
    estimateSize: () => ESTIMATE,
    overscan: 6,
    scrollMargin: above,
    initialRect: FIRST_SIGHT,
    initialOffset: 0,
    getItemKey: idOf,
    rangeExtractor: (range) => {
      inSight.current = defaultRangeExtractor(range);
      return [...new Set([...inSight.current, ...kept])].toSorted((a, b) => a - b);
    },
  });
  useLayoutEffect(() => {
    const top = list.current?.getBoundingClientRect().top ?? 0;
    setAbove(Math.round(top + window.scrollY));
  }, []);
  const drawn = virtualizer.getVirtualItems();
  const [from = 0] = inSight.current;
  const first = drawn.find(({ index }) => index === from);
  return (
    <div
      ref={list}
      className={classes.inSight}
      style={{
        height: virtualizer.getTotalSize(),
        paddingTop: (first?.start ?? above) - above,
      }}
      onFocus={({ target }) => {
        setFocused(target.closest<HTMLElement>("[data-card]")?.dataset["card"] ?? null);
      }}
    >
      {drawn.map(({ index, key, start }) => {
        const card = cards[index];
        if (card === undefined) return null;
        const away = !inSight.current.includes(index);
        return (
          <div
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            className={away ? classes.away : classes.seen}
            style={away ? { top: start - above } : {}}
          >
            {draw(card, index + 1, cards.length)}
          </div>
        );
      })}
    </div>
  );
}
