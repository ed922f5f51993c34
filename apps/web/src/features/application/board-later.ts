"use client";

import dynamic from "next/dynamic";

const decide = () => import("./decide-dialog.tsx");
const deviate = () => import("./deviate-move-dialog.tsx");
const dialogs = () => import("./board-dialogs.tsx");

/** What a board opens on demand; its programs come when somebody turns to a card. */
export const DecideDialog = dynamic(() => decide().then((found) => found.DecideDialog));
export const DeviateMoveDialog = dynamic(() => deviate().then((found) => found.DeviateMoveDialog));
export const BoardDialogs = dynamic(() => dialogs().then((found) => found.BoardDialogs));

/** Has them ready by the time that somebody has chosen. */
export function loadDialogs(): void {
  // What does not come now is asked for again when it is opened.
  for (const load of [decide, deviate, dialogs]) load().catch(() => undefined);
}
