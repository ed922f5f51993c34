"use client";

import { useEffect, useRef, useState } from "react";
import { z } from "zod";
import { isFailure, readApiError } from "../api/errors.ts";
import { type Autosave, makeAutosave, type SaveOutcome } from "./autosave.ts";
import { useDraftPlace } from "./draft-owner.tsx";
import { clearDraft, readDraft, writeDraft } from "./draft-store.ts";
import type { SaveStateValue } from "./save-state.tsx";

const VERSION = 1;

/** A draft as the server has it; the instant is in ISO 8601, null before the first time. */
interface ServerDraft<Content> {
  content: Content;
  revision: number;
  savedAt: string | null;
}

/** Two drafts of the same thing, of which its author keeps one. */
interface ContentConflict<Content> {
  here: Content;
  there: Content;
  revision: number;
  thereAt: string | null;
}

export interface SavedDraft<Content> {
  content: Content;
  change: (content: Content) => void;
  state: SaveStateValue;
  conflict: ContentConflict<Content> | null;
  keepHere: () => void;
  takeThere: () => void;
  /** Sends what is pending now. */
  flush: () => Promise<void>;
  /** Ends saving and forgets what was kept here: it was submitted. */
  done: () => void;
}

export interface SavedDraftOptions<Content> {
  /** Names the form and its subject, as in `scorecard:<id>`. */
  form: string;
  /** What is typed, also what is too long to be saved: it is kept here all the same. */
  schema: z.ZodType<Content>;
  first: ServerDraft<Content>;
  /** Why it cannot be saved as it is, as a sentence; then nobody is asked. Null where it can. */
  whyNot: (content: Content) => string | null;
  save: (revision: number, content: Content) => Promise<{ revision: number; savedAt: string }>;
  load: () => Promise<ServerDraft<Content>>;
  same: (a: Content, b: Content) => boolean;
  onRefused: () => void;
}

/**
 * What this window saved last, by key: a page that was left and is opened again may still be shown as
 * it was read before that.
 */
const savedHere = new Map<string, ServerDraft<unknown>>();

/**
 * A draft that is saved on the server as one types, kept in this browser until that is done, and
 * never overwritten by an older window.
 */
export function useSavedDraft<Content>(options: SavedDraftOptions<Content>): SavedDraft<Content> {
  const { key, storage: kept } = useDraftPlace(options.form);
  const [first] = useState(() => newest(options, key));
  const [content, setContent] = useState(first.content);
  const [state, setState] = useState<SaveStateValue>(() =>
    first.savedAt === null ? { kind: "idle" } : { kind: "saved", at: Date.parse(first.savedAt) },
  );
  const [conflict, setConflict] = useState<ContentConflict<Content> | null>(null);
  const autosave = useRef<Autosave<Content> | null>(null);
  const latest = useRef(first.content);
  const given = useRef(options);
  useEffect(() => {
    given.current = options;
  });

  useEffect(() => {
    const { schema, same } = given.current;
    const there = newest(given.current, key);
    const Kept = z.object({ revision: z.int(), content: schema });
    const storage = kept();

    async function save(revision: number, sent: Content): Promise<SaveOutcome> {
      const sentence = given.current.whyNot(sent);
      if (sentence !== null) return { kind: "invalid", sentence };
      try {
        const saved = await given.current.save(revision, sent);
        savedHere.set(key, { ...saved, content: sent });
        return { kind: "saved", revision: saved.revision, at: Date.parse(saved.savedAt) };
      } catch (error) {
        const refusal = readApiError(error);
        if (refusal.code === "DRAFT_OUTDATED") return { kind: "outdated" };
        if (isFailure(refusal)) return { kind: "unreachable" };
        if (refusal.kind === "input") return { kind: "invalid", sentence: refusal.sentence };
        given.current.onRefused();
        return { kind: "refused", sentence: refusal.sentence };
      }
    }

    async function compare() {
      const now = await given.current.load().catch(() => null);
      if (now === null) return;
      const own = savedHere.get(key)?.revision === now.revision;
      if (own || same(latest.current, now.content)) return saving.resume(now.revision);
      setConflict({
        here: latest.current,
        there: now.content,
        revision: now.revision,
        thereAt: now.savedAt,
      });
    }

    const found = readDraft(storage, key, VERSION, Kept)?.value ?? null;
    const differs = found !== null && !same(found.content, there.content);
    const torn = differs && found.revision !== there.revision;
    const saving = makeAutosave<Content>({
      revision: torn ? found.revision : there.revision,
      halted: torn,
      save,
      keep: (revision, typed) =>
        writeDraft(storage, key, VERSION, { revision, content: typed }, Date.now()),
      forget: () => clearDraft(storage, key),
      onState: setState,
      onOutdated: () => void compare(),
    });
    autosave.current = saving;

    if (differs) {
      latest.current = found.content;
      setContent(found.content);
      saving.change(found.content);
    } else if (found !== null) clearDraft(storage, key);
    if (torn) {
      setConflict({
        here: found.content,
        there: there.content,
        revision: there.revision,
        thereAt: there.savedAt,
      });
    }
    const flush = () => void saving.flush();
    const onHidden = () => document.visibilityState === "hidden" && flush();
    window.addEventListener("online", flush);
    window.addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", onHidden);
    return () => {
      window.removeEventListener("online", flush);
      window.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", onHidden);
      void saving.flush().finally(saving.stop);
    };
  }, [key, kept]);

  function change(next: Content) {
    latest.current = next;
    setContent(next);
    autosave.current?.change(next);
  }

  function settle(next: (of: ContentConflict<Content>) => Content) {
    if (conflict === null) return;
    setConflict(null);
    autosave.current?.resume(conflict.revision);
    change(next(conflict));
  }

  return {
    content,
    change,
    state,
    conflict,
    keepHere: () => settle(() => latest.current),
    takeThere: () => settle(({ there }) => there),
    flush: async () => autosave.current?.flush(),
    done: () => {
      autosave.current?.stop();
      savedHere.delete(key);
      clearDraft(kept(), key);
    },
  };
}

/** The draft as the page was given it, or as this window saved it since. */
function newest<Content>(
  { first, schema }: Pick<SavedDraftOptions<Content>, "first" | "schema">,
  key: string,
): ServerDraft<Content> {
  const own = savedHere.get(key);
  const content = schema.safeParse(own?.content);
  if (own === undefined || own.revision <= first.revision || !content.success) return first;
  return { ...own, content: content.data };
}
