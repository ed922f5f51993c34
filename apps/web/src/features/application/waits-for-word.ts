import type { ApplicationView } from "@rubric/domain/application/schemas";

/** What the candidate asked last and nobody answered yet; null where they wait for no answer. */
export function openQuestion({
  timeline,
}: Pick<ApplicationView, "timeline">): ApplicationView["timeline"][number] | null {
  const last = timeline.findLast(
    ({ kind }) => kind === "candidate.asked" || kind === "application.messaged",
  );
  return last?.kind === "candidate.asked" ? last : null;
}

/** Why something should be written to the candidate now; null where nothing asks for it. */
export function waitsForWord(
  view: Pick<ApplicationView, "timeline" | "wordDue"> & {
    may: Pick<ApplicationView["may"], "message">;
  },
): "question" | "promise" | null {
  if (view.may.message === null) return null;
  if (openQuestion(view) !== null) return "question";
  return view.wordDue ? "promise" : null;
}
