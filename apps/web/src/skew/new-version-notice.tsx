"use client";

import { Button, CloseButton, CopyButton } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import {
  dismissNewVersion,
  loadNewVersion,
  readNewVersion,
  subscribeToNewVersion,
} from "./new-version.ts";
import classes from "./new-version-notice.module.css";
import { notPutBack, takeTyped, type Typed } from "./typed-text.ts";

/** How long forms take to put their own drafts back. */
const RESTORED = 1500;

const WORDS = {
  coming:
    "A new version of Rubric is here. This page loads again as soon as you pause; what you typed is kept.",
  stuck:
    "This page is still of an older version than the server, though it was loaded again. Nothing you typed is lost; try again in a minute.",
  loaded:
    "Rubric was updated, so this page was loaded again. What you typed is kept, and nothing was sent twice.",
} as const;

/** Says at the lower edge that a new version is there, and afterwards that it was loaded. */
export function NewVersionNotice() {
  const state = useSyncExternalStore(subscribeToNewVersion, readNewVersion, () => "none" as const);
  const shown = state !== "none";
  return (
    <div
      role="status"
      className={shown ? classes.notice : undefined}
      data-new-version={shown ? true : undefined}
      data-print="no"
    >
      {shown ? (
        <div className={classes.line}>
          <IconRefresh size={16} stroke={1.7} aria-hidden="true" />
          <p>{WORDS[state]}</p>
          {state === "loaded" ? (
            <CloseButton aria-label="Close this notice" onClick={dismissNewVersion} />
          ) : (
            <Button size="compact-sm" variant="default" onClick={loadNewVersion}>
              Load it now
            </Button>
          )}
        </div>
      ) : null}
      {state === "loaded" ? <Leftover /> : null}
    </div>
  );
}

/** What was typed before the page was loaded again, and no form has put back. */
function Leftover() {
  const [typed, setTyped] = useState<Typed[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => {
      setTyped(notPutBack(document, takeTyped(window.sessionStorage, window.location.pathname)));
    }, RESTORED);
    return () => clearTimeout(timer);
  }, []);
  if (typed.length === 0) return null;
  return (
    <div className={classes.leftover}>
      <p>You had typed this in a form that is closed now:</p>
      <ul>
        {typed.map(({ label, text }) => (
          <li key={`${label} ${text}`}>
            <span className={classes.label}>{label}</span>
            <span className={classes.text}>{text}</span>
            <CopyButton value={text}>
              {({ copied, copy }) => (
                <Button size="compact-sm" variant="default" onClick={copy}>
                  {copied ? "Copied" : "Copy"}
                </Button>
              )}
            </CopyButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
