"use client";

import { useCallback, useEffect, useRef } from "react";
import type { z } from "zod";
import { useDraftPlace } from "./draft-owner.tsx";
import { type DraftOf, clearDraft, readDraft, writeDraft } from "./draft-store.ts";

const delay = 400;

/**
 * Keeps what is typed in this browser. `form` names the form and its subject
 * (`scorecard:<id>`), `version` its shape. `onFound` is called once after mounting if a draft is
 * there. `keep` may be called at each change; `clear` after the command succeeded.
 */
export function useDraft<Value>(
  form: string,
  version: number,
  schema: z.ZodType<Value>,
  onFound: (draft: DraftOf<Value>) => void,
): { keep: (value: Value) => void; clear: () => void } {
  const { key, storage } = useDraftPlace(form);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const pending = useRef<Value | null>(null);
  const found = useRef(onFound);
  const shape = useRef(schema);

  const flush = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    if (pending.current === null) return;
    writeDraft(storage(), key, version, pending.current, Date.now());
    pending.current = null;
  }, [key, storage, version]);

  useEffect(() => {
    const draft = readDraft(storage(), key, version, shape.current);
    if (draft !== null) found.current(draft);
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [key, storage, version, flush]);

  const keep = useCallback(
    (value: Value) => {
      pending.current = value;
      timer.current ??= setTimeout(flush, delay);
    },
    [flush],
  );

  const clear = useCallback(() => {
    pending.current = null;
    clearDraft(storage(), key);
  }, [key, storage]);

  return { keep, clear };
}
