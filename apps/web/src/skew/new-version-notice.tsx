"use client";

import { Button, CloseButton, CopyButton } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { loadNewVersion, newVersion } from "./new-version.ts";
import classes from "./new-version-notice.module.css";
import { wasReloaded } from "./reload-guard.ts";
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

/** Says at the upper edge that a new version is there, and afterwards that it was loaded. */
export function NewVersionNotice() {
  const state = useSyncExternalStore(newVersion.subscribe, newVersion.read, () => "none" as const);
  const { loaded, leftover, dismiss } = useLoaded();
  const words = state === "none" ? (loaded ? WORDS.loaded : null) : WORDS[state];
  return (
    <div role="status" className={words === null ? undefined : classes.notice} data-print="no">
      {words === null ? null : (
        <div className={classes.line}>
          <IconRefresh size={16} stroke={1.7} aria-hidden="true" />
          <p>{words}</p>
          {state === "none" ? (
            <CloseButton aria-label="Close this notice" onClick={dismiss} />
          ) : (
            <Button size="compact-sm" variant="default" onClick={loadNewVersion}>
              Load it now
            </Button>
          )}
        </div>
      )}
      {state === "none" && leftover.length > 0 ? <Leftover typed={leftover} /> : null}
    </div>
  );
}

function Leftover({ typed }: { typed: readonly Typed[] }) {
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

/** Whether this tab has just loaded itself again, and what no form has put back. */
function useLoaded() {
  const [loaded, setLoaded] = useState(false);
  const [leftover, setLeftover] = useState<Typed[]>([]);
  useEffect(() => {
    if (!wasReloaded(window.sessionStorage)) return undefined;
    setLoaded(true);
    const kept = takeTyped(window.sessionStorage);
    const timer = setTimeout(() => setLeftover(notPutBack(document, kept)), RESTORED);
    return () => clearTimeout(timer);
  }, []);
  return { loaded, leftover, dismiss: () => (setLoaded(false), setLeftover([])) };
}
