"use client";

import { type ReviewContent, type ReviewView, TypedReview } from "@rubric/domain/review/schemas";
import { useApiClient } from "../../api/client.tsx";
import { type SavedDraft, useSavedDraft } from "../../ui/use-saved-draft.ts";
import { NOTHING, same, whyUnsavable } from "./content.ts";

/** One's own side of a review while it is written. */
export function useReviewDraft(view: ReviewView, onRefused: () => void): SavedDraft<ReviewContent> {
  const api = useApiClient();
  const reviewId = view.id;
  return useSavedDraft({
    form: `review:${reviewId}:${view.mine}`,
    schema: TypedReview,
    first: draftOf(view),
    whyNot: (content) => whyUnsavable(content, view),
    save: (revision, content) => api.review.saveDraft.mutate({ reviewId, revision, content }),
    load: async () => draftOf(await api.review.show.query({ reviewId })),
    same,
    onRefused,
  });
}

function draftOf({ own: { draft } }: ReviewView) {
  return {
    content: draft?.content ?? NOTHING,
    revision: draft?.revision ?? 0,
    savedAt: draft?.savedAt ?? null,
  };
}
