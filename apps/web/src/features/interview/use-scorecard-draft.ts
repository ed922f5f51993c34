"use client";

import { ScorecardContent } from "@rubric/domain/scorecard/schemas";
import { useEffect, useRef, useState } from "react";
import { z } from "zod";
import { useApiClient } from "../../api/client.tsx";
import { isFailure, readApiError } from "../../api/errors.ts";
import { useDraftPlace } from "../../ui/draft-owner.tsx";
import { clearDraft, readDraft, writeDraft } from "../../ui/draft-store.ts";
import type { SaveStateValue } from "../../ui/save-state.tsx";
import { type Autosave, makeAutosave, type SaveOutcome } from "./autosave.ts";

const Kept = z.object({ revision: z.int(), content: ScorecardContent });
const VERSION = 1;

/** Two drafts of the same scorecard, of which the author keeps one. */
export interface DraftConflict {
  here: ScorecardContent;
  there: ScorecardContent;
  revision: number;
  thereAt: string | null;
}

export interface ScorecardDraft {
  content: ScorecardContent;
  change: (content: ScorecardContent) => void;
  state: SaveStateValue;
  conflict: DraftConflict | null;
  keepHere: () => void;
  takeThere: () => void;
  /** Sends what is pending now. */
  flush: () => Promise<void>;
  /** Ends saving and forgets what was kept here: the scorecard was submitted. */
  done: () => void;
}

/**
 * One's own scorecard while it is written: saved on the server as one types, kept in this browser
 * until that is done, and never overwritten by an older window.
 */
export function useScorecardDraft(
  scorecard: {
    id: string;
    draft: ScorecardContent;
    draftRevision: number;
    draftSavedAt: string | null;
  },
  onRefused: () => void,
): ScorecardDraft {
  const api = useApiClient();
  const [content, setContent] = useState(scorecard.draft);
  const [state, setState] = useState<SaveStateValue>(() =>
    scorecard.draftSavedAt === null
      ? { kind: "idle" }
      : { kind: "saved", at: Date.parse(scorecard.draftSavedAt) },
  );
  const [conflict, setConflict] = useState<DraftConflict | null>(null);
  const autosave = useRef<Autosave<ScorecardContent> | null>(null);
  const latest = useRef(scorecard.draft);
  const first = useRef(scorecard);
  const refused = useRef(onRefused);
  const { key, storage: kept } = useDraftPlace(`scorecard:${scorecard.id}`);

  useEffect(() => {
    const { id, draft, draftRevision, draftSavedAt } = first.current;
    const storage = kept();

    async function save(revision: number, sent: ScorecardContent): Promise<SaveOutcome> {
      try {
        const saved = await api.scorecard.saveDraft.mutate({
          scorecardId: id,
          revision,
          content: sent,
        });
        return { kind: "saved", revision: saved.revision, at: Date.parse(saved.savedAt) };
      } catch (error) {
        const refusal = readApiError(error);
        if (refusal.code === "DRAFT_OUTDATED") return { kind: "outdated" };
        if (isFailure(refusal)) {
          return { kind: "unreachable" };
        }
        refused.current();
        return { kind: "refused", sentence: refusal.sentence };
      }
    }

    async function compare() {
      const now = await api.scorecard.show.query({ scorecardId: id }).catch(() => null);
      if (now === null) return;
      if (same(latest.current, now.draft)) return saving.resume(now.draftRevision);
      setConflict({
        here: latest.current,
        there: now.draft,
        revision: now.draftRevision,
        thereAt: now.draftSavedAt,
      });
    }

    const found = readDraft(storage, key, VERSION, Kept)?.value ?? null;
    const differs = found !== null && !same(found.content, draft);
    const torn = differs && found.revision !== draftRevision;
    const saving = makeAutosave<ScorecardContent>({
      revision: torn ? found.revision : draftRevision,
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
        there: draft,
        revision: draftRevision,
        thereAt: draftSavedAt,
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
  }, [api, key, kept]);

  function change(next: ScorecardContent) {
    latest.current = next;
    setContent(next);
    autosave.current?.change(next);
  }

  return {
    content,
    change,
    state,
    conflict,
    keepHere: () => {
      if (conflict === null) return;
      setConflict(null);
      autosave.current?.resume(conflict.revision);
      change(latest.current);
    },
    takeThere: () => {
      if (conflict === null) return;
      setConflict(null);
      autosave.current?.resume(conflict.revision);
      change(conflict.there);
    },
    flush: async () => autosave.current?.flush(),
    done: () => {
      autosave.current?.stop();
      clearDraft(kept(), key);
    },
  };
}

/** Whether two contents say the same, in whatever order their entries stand. */
function same(a: ScorecardContent, b: ScorecardContent): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted({ ratings, notes, recommendation, summary }: ScorecardContent) {
  return {
    ratings: ratings
      .map(({ criterionId, rating, notAssessedReason, evidence }) => [
        criterionId,
        rating,
        notAssessedReason,
        evidence,
      ])
      .toSorted(byFirst),
    notes: notes.map(({ questionId, text }) => [questionId, text]).toSorted(byFirst),
    recommendation,
    summary,
  };
}

function byFirst(a: readonly unknown[], b: readonly unknown[]): number {
  return String(a[0]) < String(b[0]) ? -1 : 1;
}
