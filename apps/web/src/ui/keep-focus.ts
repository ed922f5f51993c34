/** How long a dialog takes to go away and to give the focus back. */
const GONE = 400;

let last: HTMLElement | null = null;

/** Remembers what of the page itself had the focus last; a dialog stands beside the page. */
export function watchFocus(): () => void {
  const remember = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement && target.closest("main") !== null) last = target;
  };
  document.addEventListener("focusin", remember);
  return () => document.removeEventListener("focusin", remember);
}

/**
 * Where what had the focus is gone, with a dialog or with what a command changed, gives it back to
 * what had it before, or to the page's title: the keyboard goes on from there and not from nowhere.
 */
export function restoreFocus(): void {
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    const title = document.querySelector<HTMLElement>("main h1");
    title?.setAttribute("tabindex", "-1");
    for (const one of [last?.isConnected === true ? last : null, title]) {
      if (document.activeElement === document.body) one?.focus({ preventScroll: true });
    }
  }, GONE);
}
