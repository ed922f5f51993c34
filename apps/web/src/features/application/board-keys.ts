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
  const [aside, down] = step;
  if (aside === 0) void focusBelow(card, down);
  else focusLink(cardBeside(board, card, aside));
}

function focusLink(card: HTMLElement | null | undefined): void {
  card?.querySelector<HTMLElement>("a")?.focus();
}

/** The next card of the column, which may not be drawn while the focused one is far out of sight. */
async function focusBelow(card: HTMLElement, down: number): Promise<void> {
  const column = card.closest("[data-column]");
  const to = Number(card.getAttribute("aria-posinset")) + down;
  const find = () => column?.querySelector<HTMLElement>(`[aria-posinset="${to}"]`);
  if (find() == null) {
    card.scrollIntoView({ block: "nearest" });
    await drawn();
  }
  focusLink(find());
}

/** When what scrolling brings into sight stands there. */
async function drawn(): Promise<void> {
  for (const _frame of ["scrolled", "drawn"]) {
    await new Promise((next) => requestAnimationFrame(next));
  }
}

/** In the nearest column on that side that has a card, the one that stands nearest. */
function cardBeside(board: HTMLElement, card: HTMLElement, aside: number): HTMLElement | null {
  const columns = [...board.querySelectorAll("[data-column]")];
  const at = columns.findIndex((column) => column.contains(card));
  const { top } = card.getBoundingClientRect();
  const farness = (one: HTMLElement) => Math.abs(one.getBoundingClientRect().top - top);
  for (let to = at + aside; to >= 0 && to < columns.length; to += aside) {
    const cards = [...(columns[to]?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];
    const [nearest] = cards.toSorted((a, b) => farness(a) - farness(b));
    if (nearest !== undefined) return nearest;
  }
  return null;
}
