/** How long a dialog takes to go away and to give the focus back. */
const GONE = 400;

let last: HTMLElement | null = null;
let byKeyboard = false;

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
      if (target instanceof HTMLElement && target.closest("main") !== null) last = target;
    },
    on,
  );
  return () => watching.abort();
}

/**
 * Where what had the focus is gone, with a dialog or with what a command changed, gives it back to
 * what had it before, or to the page's title: the keyboard goes on from there and not from nowhere.
 */
export function restoreFocus(): void {
  setTimeout(() => {
    if (!byKeyboard || document.activeElement !== document.body) return;
    const title = document.querySelector<HTMLElement>("main h1");
    title?.setAttribute("tabindex", "-1");
    for (const one of [last?.isConnected === true ? last : null, title]) {
      if (document.activeElement === document.body) one?.focus({ preventScroll: true });
    }
  }, GONE);
}
