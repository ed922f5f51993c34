import type { SaveStateValue } from "./save-state.tsx";

/** What became of one try to save. */
export type SaveOutcome =
  | { kind: "saved"; revision: number; at: number }
  | { kind: "unreachable" }
  | { kind: "outdated" }
  /** As it is now; what is typed next may be taken. */
  | { kind: "invalid"; sentence: string }
  /** For good. */
  | { kind: "refused"; sentence: string };

export interface AutosaveOptions<Content> {
  /** The revision that is typed upon. */
  revision: number;
  save: (revision: number, content: Content) => Promise<SaveOutcome>;
  /** Keeps what is not saved yet in this browser; called at each change. */
  keep: (revision: number, content: Content) => void;
  /** Forgets what was kept, once the server has it. */
  forget: () => void;
  onState: (state: SaveStateValue) => void;
  /** Somebody saved in another window since; nothing more is sent until `resume`. */
  onOutdated: () => void;
  /** Milliseconds of rest before what was typed is sent. */
  delay?: number;
  /** Sends nothing until `resume`: there are two drafts, and the person has not chosen. */
  halted?: boolean;
}

const firstRetry = 2000;
const longestRetry = 30_000;

export interface Autosave<Content> {
  /** Takes what is typed now: kept here at once, sent after a moment of rest. */
  change: (content: Content) => void;
  /** Sends what is pending now. */
  flush: () => Promise<void>;
  /** Goes on upon another revision, with what is still pending. */
  resume: (revision: number) => void;
  /** Drops what is pending and sends nothing more. */
  stop: () => void;
}

/**
 * Saves one person's draft while they type, one request at a time, each upon the revision that the
 * last one gave. What could not be sent stays in this browser and is sent again.
 */
export function makeAutosave<Content>(options: AutosaveOptions<Content>): Autosave<Content> {
  const delay = options.delay ?? 800;
  let { revision } = options;
  let pending: { content: Content } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;
  let retry = firstRetry;
  let halted = options.halted ?? false;

  function schedule(after: number) {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void flush(), after);
  }

  async function send(): Promise<void> {
    if (pending === null || halted) return;
    const sending = pending;
    pending = null;
    options.onState({ kind: "saving" });
    const outcome = await options.save(revision, sending.content);
    if (outcome.kind === "saved") {
      ({ revision } = outcome);
      retry = firstRetry;
      if (pending !== null) {
        options.keep(revision, kept().content);
        return send();
      }
      if (halted) return;
      options.forget();
      options.onState({ kind: "saved", at: outcome.at });
      return;
    }
    const typedSince = pending !== null;
    pending ??= sending;
    if (halted) return;
    if (outcome.kind === "unreachable") {
      options.onState({ kind: "offline" });
      schedule(retry);
      retry = Math.min(retry * 2, longestRetry);
      return;
    }
    if (outcome.kind === "invalid") {
      if (typedSince) return send();
      options.onState({ kind: "refused", sentence: outcome.sentence });
      return;
    }
    halted = true;
    if (outcome.kind === "outdated") {
      options.onState({ kind: "refused", sentence: "changed in another window" });
      options.onOutdated();
    } else options.onState({ kind: "refused", sentence: outcome.sentence });
  }

  function kept(): { content: Content } {
    if (pending === null) throw new Error("Nothing is pending.");
    return pending;
  }

  async function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    running ??= send().finally(() => {
      running = null;
    });
    await running;
  }

  return {
    change: (content) => {
      pending = { content };
      options.keep(revision, content);
      if (!halted) schedule(delay);
    },
    flush,
    resume: (from) => {
      revision = from;
      halted = false;
      retry = firstRetry;
      if (pending !== null) options.keep(revision, pending.content);
      schedule(0);
    },
    stop: () => {
      halted = true;
      pending = null;
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
