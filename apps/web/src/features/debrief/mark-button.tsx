import type { KeyboardEvent, ReactNode } from "react";
import classes from "./debrief-grid.module.css";

/** A mark that opens the words behind it in place. */
export function MarkButton(props: {
  place: string;
  expanded: boolean;
  controls: string;
  label: string;
  onToggle: (to?: boolean) => void;
  children: ReactNode;
}) {
  const { place, expanded, controls, label, onToggle, children } = props;
  return (
    <button
      type="button"
      className={classes.mark}
      data-place={place}
      aria-expanded={expanded}
      aria-controls={controls}
      aria-label={label}
      onClick={() => onToggle()}
      onKeyDown={(event) => {
        if (event.key === "Escape") onToggle(false);
        else moveFocus(event);
      }}
    >
      {children}
    </button>
  );
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the focus from mark to mark, over cells that hold none. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = STEPS[event.key];
  const from = event.currentTarget.dataset["place"];
  if (step === undefined || from === undefined) return;
  const [row = 0, column = 0] = from.split(":").map(Number);
  for (let n = 1; n <= 60; n += 1) {
    const place = `${row + step[0] * n}:${column + step[1] * n}`;
    const next = event.currentTarget
      .closest("table")
      ?.querySelector<HTMLElement>(`[data-place="${place}"]`);
    if (next != null) {
      event.preventDefault();
      next.focus();
      return;
    }
  }
}
