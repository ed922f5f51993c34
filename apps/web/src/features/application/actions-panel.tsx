"use client";

import type { ApplicationView, MayView } from "@rubric/domain/application/schemas";
import type { Action } from "./action-dialogs.tsx";
import panel from "./panel.module.css";
import { waitsForWord } from "./waits-for-word.ts";

/** What the reader may do with the application; what is refused now says why. */
export function ActionsPanel(props: { view: ApplicationView; onAction: (action: Action) => void }) {
  const { view, onAction } = props;
  const { may } = view;
  // What is to be done now stands there already.
  const message = waitsForWord(view) === null ? may.message : null;
  const items: readonly (readonly [Action, string, MayView])[] = [
    ["takeBackMail", "Take the rejection back", may.takeBackMail],
    ["message", "Write to the candidate…", message],
    ["hold", "Put on hold…", may.hold],
    ["move", "Skip a stage or go back…", may.move],
    ["transfer", "Transfer to another job…", may.transfer],
    ["relation", "I know this person…", may.declareRelation],
    ["withdraw", "Withdraw on their word…", may.withdraw],
    ["reject", "Reject for an administrative reason…", may.reject],
  ];
  const shown = items.filter(([, , one]) => one !== null);
  if (shown.length === 0) return null;
  return (
    <ul className={panel.actions} aria-label="What you may do">
      {shown.map(([action, label, one]) => (
        <li key={action}>
          <button
            type="button"
            className={panel.action}
            {...(one?.refused == null
              ? { onClick: () => onAction(action) }
              : { "aria-disabled": true })}
          >
            {label}
            {one?.refused == null ? null : (
              <span className={panel.why}>
                {one.refused.sentence} {one.refused.lift}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
