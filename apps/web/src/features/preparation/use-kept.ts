"use client";

import { useEffect, useState } from "react";
import { clearDraft, readDraft, writeDraft } from "../../ui/draft-store.ts";
import { EMPTY, Kept, namedIn, withNamed } from "./kept.ts";

const VERSION = 1;

/**
 * What was marked, ticked and chosen, kept in this browser until it is forgotten here. `subject`
 * names the post or level; `there` are the keys of its competencies. Not `ready` before it is read.
 */
export function useKept(subject: string, there: readonly string[]) {
  const key = `prepare:${subject}`;
  const [kept, setKept] = useState<Kept>(EMPTY);
  const [ready, setReady] = useState(false);

  useEffect(() => {
    const found = readDraft(window.localStorage, key, VERSION, Kept)?.value ?? EMPTY;
    const known = Object.entries(found.marks).filter(([one]) => there.includes(one));
    const own = { ...found, marks: Object.fromEntries(known) };
    setKept(withNamed(own, namedIn(window.location.hash, there)));
    setReady(true);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what the browser holds is read once a subject
  }, [key]);

  return {
    kept,
    ready,
    change: (over: Partial<Kept>) => {
      const next = { ...kept, ...over };
      setKept(next);
      writeDraft(window.localStorage, key, VERSION, next, Date.now());
    },
    forget: () => {
      setKept(EMPTY);
      clearDraft(window.localStorage, key);
    },
  };
}
