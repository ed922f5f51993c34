/** How long a dialog takes to go away and to give the focus back. */
const GONE = 400;

let last: HTMLElement | null = null;
/** The card in which it stood: that goes from column to column, and is drawn anew in the next. */
let card: string | undefined;
let byKeyboard = false;
/** By the path of a board, the card that had the focus there last. */
const leftAt = new Map<string, string>();

/**
 * Remembers what of the page itself had the focus last, a dialog stands beside the page; and
 * whether it is used by keyboard: to who touches it, a focus that comes back would open theirs.
 */
export function watchFocus(): () => void {
  const watching = new AbortController();
  const on = { signal: watching.signal, capture: true };
  document.addEventListener("keydown", () => (byKeyboard = true), on);
  document.addEventListener("pointerdown", () => (byKeyboard = false), on);
  document.addEventListener(
    "focusin",
    ({ target }) => {
      if (!(target instanceof HTMLElement) || target.closest("main") === null) return;
      last = target;
      card = target.closest<HTMLElement>("[data-card]")?.dataset["card"];
      if (card !== undefined) leftAt.set(location.pathname, card);
    },
    on,
  );
  return () => watching.abort();
}

/**
 * Where what had the focus is gone, with a dialog or with what a command changed, gives it back to
 * what had it before, to the card that it stood in, wherever that is by now, or to the page's title:
 * the keyboard goes on from there and not from nowhere.
 */
export function restoreFocus(): void {
  setTimeout(() => {
    if (!byKeyboard || document.activeElement !== document.body) return;
    const title = document.querySelector<HTMLElement>("main h1");
    title?.setAttribute("tabindex", "-1");
    const moved = card === undefined ? null : linkOf(card);
    for (const one of [last?.isConnected === true ? last : null, moved, title]) {
      if (document.activeElement === document.body) one?.focus({ preventScroll: true });
    }
  }, GONE);
}

/** In how many pictures a board that one comes back to has drawn what is in sight. */
const DRAWN_IN = 30;

/**
 * For the effect of a board: gives the focus back to the card by which it was left, as soon as that
 * is drawn, unless something else has it.
 */
export function returnToCard(): () => void {
  const left = leftAt.get(location.pathname);
  let next = 0;
  const look = (pictures: number) => {
    if (left === undefined || pictures === 0 || document.activeElement !== document.body) return;
    const link = linkOf(left);
    if (link === null) next = requestAnimationFrame(() => look(pictures - 1));
    else link.focus({ preventScroll: true });
  };
  if (byKeyboard) look(DRAWN_IN);
  return () => cancelAnimationFrame(next);
}

function linkOf(applicationId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`main [data-card="${CSS.escape(applicationId)}"] a`);
}
