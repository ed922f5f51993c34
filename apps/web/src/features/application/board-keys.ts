import { type RefObject, useEffect } from "react";

const STEP: Record<string, [number, number]> = {
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
};

/** In the board, arrows go from card to card, and `M` asks where the focused one shall go. */
export function useBoardKeys(
  board: RefObject<HTMLElement | null>,
  onMove: ((applicationId: string) => void) | undefined,
): void {
  useEffect(() => {
    const { current } = board;
    if (current === null) return;
    const onKey = (event: KeyboardEvent) => onBoardKey(current, event, onMove);
    current.addEventListener("keydown", onKey);
    return () => current.removeEventListener("keydown", onKey);
  }, [board, onMove]);
}

function onBoardKey(
  board: HTMLElement,
  event: KeyboardEvent,
  onMove: ((applicationId: string) => void) | undefined,
): void {
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return;
  const card = target.closest<HTMLElement>("[data-card]");
  const id = card?.dataset["card"];
  if (card === null || id === undefined) return;
  if (event.key.toLowerCase() === "m" && onMove !== undefined) {
    event.preventDefault();
    onMove(id);
    return;
  }
  const step = STEP[event.key];
  if (step === undefined) return;
  event.preventDefault();
  nextCard(board, card, step)?.querySelector<HTMLElement>("a")?.focus();
}

function nextCard(
  board: HTMLElement,
  card: HTMLElement,
  [aside, down]: [number, number],
): HTMLElement | null {
  const columns = [...board.querySelectorAll("[data-column]")].map((column) => [
    ...column.querySelectorAll<HTMLElement>("[data-card]"),
  ]);
  const at = columns.findIndex((cards) => cards.includes(card));
  const row = columns[at]?.indexOf(card) ?? 0;
  if (down !== 0) return columns[at]?.[row + down] ?? null;
  for (let to = at + aside; to >= 0 && to < columns.length; to += aside) {
    const cards = columns[to] ?? [];
    const found = cards[Math.min(row, cards.length - 1)];
    if (found !== undefined) return found;
  }
  return null;
}
