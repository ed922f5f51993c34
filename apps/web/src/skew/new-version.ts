import { ownMark } from "./env.ts";
import { mayReload, noteReload } from "./reload-guard.ts";
import { keepTyped, typedText } from "./typed-text.ts";

/**
 * `coming`: a new version is there and this tab loads itself again as soon as nobody types.
 * `stuck`: it did so already, and is still outdated; what happens next is up to the person.
 */
export type NewVersion = "none" | "coming" | "stuck";

const IDLE_MS = 2500;
const USE = ["keydown", "pointerdown", "input"] as const;

let state: NewVersion = "none";
const listeners = new Set<() => void>();

/** For `useSyncExternalStore`. */
export const newVersion = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: (): NewVersion => state,
};

/** A call was refused because this tab is of an older release: loads it again, once. */
export function reportOutdated(): void {
  if (state !== "none" || ownMark === null) return;
  const again = mayReload(window.sessionStorage, ownMark, Date.now());
  state = again ? "coming" : "stuck";
  for (const listener of listeners) listener();
  if (again) whenIdle(loadNewVersion);
}

/** Loads the page again. Forms keep their drafts; what they do not keep is kept here. */
export function loadNewVersion(): void {
  keepTyped(window.sessionStorage, typedText(document));
  // Without the note this tab could go on loading itself; the person may still do it.
  if (ownMark !== null && !noteReload(window.sessionStorage, ownMark, Date.now())) {
    if (state === "coming") return;
  }
  window.location.reload();
}

/** Runs it once nobody has typed or clicked for a while, or looks elsewhere. */
function whenIdle(run: () => void): void {
  const watching = new AbortController();
  let timer = setTimeout(done, IDLE_MS);
  function done() {
    clearTimeout(timer);
    watching.abort();
    run();
  }
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(done, IDLE_MS);
  };
  const on = { signal: watching.signal, capture: true };
  for (const use of USE) document.addEventListener(use, later, on);
  document.addEventListener("visibilitychange", () => document.hidden && done(), on);
}
