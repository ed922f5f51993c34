"use client";

import type { PublicPostView } from "@rubric/domain/candidate/schemas";
import { lazy, Suspense, useEffect } from "react";

type Props = Pick<PublicPostView, "organization" | "post"> & { nonce: string | null };

/** What somebody does who begins to fill the form in; a file may be dragged from anywhere. */
const BEGINNINGS = ["pointerover", "pointerdown", "touchstart", "focusin", "dragenter"] as const;

/**
 * The form stands there from the beginning, drawn by the server. Its programs, which are most of what
 * the page would load, come as soon as somebody turns to it, or has a draft of it; until they are
 * there the browser keeps what is typed, and the form takes it over.
 */
const ApplyForm = lazy(async () => {
  if (typeof window !== "undefined") await wanted();
  return import("./apply-form-live.tsx");
});

export function ApplyFormWhenWanted(props: Props) {
  return (
    <Suspense fallback={<Missing />}>
      <ApplyForm {...props} />
    </Suspense>
  );
}

let hurry = () => {};
const hurried = new Promise<void>((resolve) => {
  hurry = resolve;
});

/**
 * In the place of the form where the server did not draw it, for who came by a link of ours, or where
 * what it drew was given up: then nobody could turn to it, and it is wanted at once.
 */
function Missing() {
  useEffect(() => hurry(), []);
  return <p aria-busy="true">The form is on its way.</p>;
}

async function wanted(): Promise<void> {
  if (hasDraft() || document.activeElement?.closest("#apply") != null) return;
  await Promise.race([hurried, turnedTo()]);
}

function turnedTo(): Promise<void> {
  return new Promise((begin) => {
    const beginning = new AbortController();
    const onEvent = ({ type, target }: Event) => {
      if (type !== "dragenter" && !(target instanceof Element && target.closest("#apply"))) return;
      beginning.abort();
      begin();
    };
    const { signal } = beginning;
    for (const one of BEGINNINGS)
      document.addEventListener(one, onEvent, { capture: true, signal });
  });
}

/** Whether this tab holds something that was typed into a form that applies. */
function hasDraft(): boolean {
  try {
    return Object.keys(window.sessionStorage).some((key) => key.includes(":apply:"));
  } catch {
    return false;
  }
}
