"use client";

import classes from "./save-state.module.css";

export type SaveStateValue =
  | { kind: "idle" }
  | { kind: "saving" }
  /** `at` in milliseconds since 1970. */
  | { kind: "saved"; at: number }
  | { kind: "offline" }
  | { kind: "refused"; sentence: string };

const clock = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

function words(state: SaveStateValue): string {
  switch (state.kind) {
    case "idle":
      return "";
    case "saving":
      return "Saving…";
    case "saved":
      return `Saved ${clock.format(state.at)}`;
    case "offline":
      return "Offline, kept here";
    case "refused":
      return `Not saved: ${state.sentence}`;
  }
}

/** Whether what was typed is safe: "Saved 12:04:31", "Saving…", "Offline, kept here". */
export function SaveState({ state }: { state: SaveStateValue }) {
  return (
    <output
      className={classes.state}
      data-kind={state.kind}
      aria-live={state.kind === "saving" ? "off" : "polite"}
      suppressHydrationWarning
    >
      {words(state)}
    </output>
  );
}
