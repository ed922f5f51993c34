import { ownMark } from "./env.ts";
import { mayReload, noteReload, wasReloaded } from "./reload-guard.ts";
import { keepTyped, typedText } from "./typed-text.ts";

/**
 * `coming`: a new version is there and this tab loads itself again as soon as nobody types.
 * `loaded`: it has just done so. `stuck`: it did so already, and is still outdated; what happens
 * next is up to the person.
 */
export type NewVersion = "none" | "coming" | "loaded" | "stuck";

const IDLE_MS = 2500;
const USE = ["keydown", "pointerdown", "input"] as const;

let state: NewVersion =
  typeof window !== "undefined" && wasReloaded(window.sessionStorage) ? "loaded" : "none";
const listeners = new Set<() => void>();

/** What this tab knows of new versions, for `useSyncExternalStore`. */
export const readNewVersion = (): NewVersion => state;

/** Tells of each change; gives back what ends that. */
export function subscribeToNewVersion(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The person has read that the page was loaded again. */
export function dismissNewVersion(): void {
  if (state === "loaded") become("none");
}

/** A call was refused because this tab is of an older release: loads it again, once. */
export function reportOutdated(): void {
  if (state === "coming" || state === "stuck" || ownMark === null) return;
  const again = mayReload(window.sessionStorage, ownMark, Date.now());
  become(again ? "coming" : "stuck");
  if (again) whenIdle(loadNewVersion);
}

/** Loads the page again. Forms keep their drafts; what they do not keep is kept here. */
export function loadNewVersion(): void {
  const noted = ownMark !== null && noteReload(window.sessionStorage, ownMark, Date.now());
  // Without the note this tab could go on loading itself; only the person may do that.
  if (!noted && state !== "stuck") return become("stuck");
  keepTyped(window.sessionStorage, window.location.pathname, typedText(document));
  window.location.reload();
}

function become(next: NewVersion): void {
  state = next;
  for (const listener of listeners) listener();
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
