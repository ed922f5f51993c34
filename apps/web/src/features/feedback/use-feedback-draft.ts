"use client";

import { useEffect, useRef, useState } from "react";
import { useApiClient } from "../../api/client.tsx";
import { isFailure, readApiError } from "../../api/errors.ts";
import type { SaveStateValue } from "../../ui/save-state.tsx";

/** What is written, by the id of the competency. */
export type Texts = Readonly<Record<string, string>>;

const REST = 800;

/** What is sent of it: each competency with something on it. */
export function contentOf(texts: Texts) {
  const words = Object.entries(texts).map(([competencyId, text]) => ({ competencyId, text }));
  return { words: words.filter(({ text }) => text.trim() !== "") };
}

/**
 * Feedback while it is written: saved on the server after a moment of rest, one request at a time,
 * each upon the revision that the last one gave. Somebody else's newer draft ends it.
 */
export function useFeedbackDraft(of: {
  applicationId: string;
  texts: Texts;
  revision: number;
  savedAt: string | null;
}) {
  const api = useApiClient();
  const [texts, setTexts] = useState(of.texts);
  const [state, setState] = useState<SaveStateValue>(() =>
    of.savedAt === null ? { kind: "idle" } : { kind: "saved", at: Date.parse(of.savedAt) },
  );
  const revision = useRef(of.revision);
  const pending = useRef<Texts | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const running = useRef<Promise<void> | null>(null);
  const ended = useRef(false);

  async function save(): Promise<void> {
    const sent = pending.current;
    if (sent === null || ended.current) return;
    pending.current = null;
    setState({ kind: "saving" });
    try {
      const saved = await api.feedback.saveDraft.mutate({
        applicationId: of.applicationId,
        revision: revision.current,
        content: contentOf(sent),
      });
      revision.current = saved.revision;
      setState({ kind: "saved", at: Date.parse(saved.savedAt) });
    } catch (error) {
      const refusal = readApiError(error);
      pending.current ??= sent;
      if (isFailure(refusal)) {
        setState({ kind: "offline" });
        timer.current = setTimeout(() => void flush(), 5 * REST);
        return;
      }
      ended.current = true;
      const { sentence } = refusal;
      return setState({ kind: "refused", sentence });
    }
    if (pending.current !== null) await save();
  }

  async function flush(): Promise<void> {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    running.current ??= save().finally(() => {
      running.current = null;
    });
    await running.current;
  }

  const leave = useRef(flush);
  useEffect(() => {
    leave.current = flush;
  });
  useEffect(() => {
    const onHide = () => void leave.current();
    window.addEventListener("pagehide", onHide);
    return () => {
      window.removeEventListener("pagehide", onHide);
      onHide();
    };
  }, []);

  return {
    texts,
    state,
    change: (competencyId: string, text: string) => {
      const next = { ...texts, [competencyId]: text };
      setTexts(next);
      pending.current = next;
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), REST);
    },
    flush,
    /** Saves nothing more: it was sent. */
    end: () => {
      ended.current = true;
      pending.current = null;
    },
  };
}
