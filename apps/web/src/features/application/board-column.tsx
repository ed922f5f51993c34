"use client";

import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import type { BoardView } from "@rubric/domain/application/schemas";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Explained } from "../../ui/explained.tsx";
import classes from "./board.module.css";

type Column = BoardView["columns"][number];

/** What dropping the dragged card here would do, or why it is refused. */
export type DropHint = { allowed: boolean; words: string };

/** One stage of the pipeline with its cards. */
export function BoardColumn(props: {
  column: Column;
  shown: number;
  hint: DropHint | null;
  onOver: (key: string | null) => void;
  children: ReactNode;
}) {
  const { column, shown, hint, onOver, children } = props;
  const element = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);
  const { key } = column;
  useEffect(() => {
    if (element.current === null) return;
    return dropTargetForElements({
      element: element.current,
      getData: () => ({ column: key }),
      onDragEnter: () => {
        setOver(true);
        onOver(key);
      },
      onDragLeave: () => {
        setOver(false);
        onOver(null);
      },
      onDrop: () => setOver(false),
    });
  }, [key, onOver]);
  return (
    <section
      ref={element}
      className={classes.column}
      aria-labelledby={`column-${key}`}
      data-column={key}
      data-over={over || undefined}
      data-hint={hint === null ? undefined : hint.allowed ? "yes" : "no"}
    >
      <header className={classes.columnHead}>
        <h2 id={`column-${key}`} className={classes.columnName}>
          {column.name}
        </h2>
        <span className={classes.count} data-num>
          {shown === column.count ? column.count : `${shown} of ${column.count}`}
        </span>
        {column.medianDays === null ? null : (
          <Explained
            by={`Half of those here have been in this stage for ${daysWords(column.medianDays)} or longer.`}
            className={classes.median}
          >
            median {column.medianDays} d
          </Explained>
        )}
      </header>
      {hint === null ? null : (
        <p className={classes.hint} data-allowed={hint.allowed || undefined}>
          {hint.words}
        </p>
      )}
      {children}
    </section>
  );
}

const daysWords = (days: number) => (days === 1 ? "1 day" : `${days} days`);
