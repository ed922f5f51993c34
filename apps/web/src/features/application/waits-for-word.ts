import type { ApplicationView } from "@rubric/domain/application/schemas";

/** Why something should be written to the candidate now; null where nothing asks for it. */
export function waitsForWord({
  timeline,
  wordDue,
  may,
}: Pick<ApplicationView, "timeline" | "wordDue"> & {
  may: Pick<ApplicationView["may"], "message">;
}): "question" | "promise" | null {
  if (may.message === null) return null;
  const last = timeline.findLast(
    ({ kind }) => kind === "candidate.asked" || kind === "application.messaged",
  );
  if (last?.kind === "candidate.asked") return "question";
  return wordDue ? "promise" : null;
}
