"use client";

import type { KitView } from "@rubric/domain/interview/schemas";
import { type ScorecardContent, TypedScorecard } from "@rubric/domain/scorecard/schemas";
import { useApiClient } from "../../api/client.tsx";
import { whyUnsavable } from "./content.ts";
import { type SavedDraft, useSavedDraft } from "../../ui/use-saved-draft.ts";

/** One's own scorecard while it is written. */
export function useScorecardDraft(
  scorecard: {
    id: string;
    draft: ScorecardContent;
    draftRevision: number;
    draftSavedAt: string | null;
  },
  kit: KitView,
  onRefused: () => void,
): SavedDraft<ScorecardContent> {
  const api = useApiClient();
  const scorecardId = scorecard.id;
  return useSavedDraft({
    form: `scorecard:${scorecardId}`,
    schema: TypedScorecard,
    first: {
      content: scorecard.draft,
      revision: scorecard.draftRevision,
      savedAt: scorecard.draftSavedAt,
    },
    whyNot: (content) => whyUnsavable(content, kit),
    save: (revision, content) => api.scorecard.saveDraft.mutate({ scorecardId, revision, content }),
    load: async () => {
      const now = await api.scorecard.show.query({ scorecardId });
      return { content: now.draft, revision: now.draftRevision, savedAt: now.draftSavedAt };
    },
    same,
    onRefused,
  });
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
