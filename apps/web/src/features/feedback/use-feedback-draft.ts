"use client";

import {
  type FeedbackContent,
  FeedbackText,
  type FeedbackView,
  TypedFeedback,
} from "@rubric/domain/feedback/schemas";
import { useApiClient } from "../../api/client.tsx";
import { firstTextError } from "../../ui/text-error.ts";
import { type SavedDraft, useSavedDraft } from "../../ui/use-saved-draft.ts";

/** Feedback while it is written; whoever leads the job writes the same one. */
export function useFeedbackDraft(
  view: FeedbackView,
  onRefused: () => void,
): SavedDraft<FeedbackContent> {
  const api = useApiClient();
  const { applicationId } = view;
  return useSavedDraft({
    form: `feedback:${applicationId}`,
    schema: TypedFeedback,
    first: draftOf(view),
    whyNot: (content) => whyUnsavable(content, view),
    save: (revision, content) =>
      api.feedback.saveDraft.mutate({ applicationId, revision, content }),
    load: async () => draftOf(await api.feedback.show.query({ applicationId })),
    same: (a, b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)),
    onRefused,
  });
}

/** What is written on a competency so far. */
export function textOn({ words }: FeedbackContent, competencyId: string): string {
  return words.find((one) => one.competencyId === competencyId)?.text ?? "";
}

/** Of which competency the words cannot be saved as they are, and why; null where all can. */
export function whyUnsavable(
  content: FeedbackContent,
  { competencies }: Pick<FeedbackView, "competencies">,
): string | null {
  return firstTextError(
    competencies.map(({ competencyId, name }) => ({
      of: name,
      text: textOn(content, competencyId),
      schema: FeedbackText,
    })),
  );
}

/** The content with other words on a competency; none take it out. */
export function withText(
  { words }: FeedbackContent,
  competencyId: string,
  text: string,
): FeedbackContent {
  const others = words.filter((one) => one.competencyId !== competencyId);
  return { words: text === "" ? others : [...others, { competencyId, text }] };
}

function draftOf({ competencies, revision, draftSavedAt }: FeedbackView) {
  const words = competencies.map(({ competencyId, text }) => ({ competencyId, text }));
  return {
    content: { words: words.filter(({ text }) => text !== "") },
    revision,
    savedAt: draftSavedAt,
  };
}

function sorted({ words }: FeedbackContent) {
  return words.toSorted((a, b) => (a.competencyId < b.competencyId ? -1 : 1));
}
