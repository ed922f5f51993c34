import { type Rating, ratingWords } from "./ratings.ts";

/** What a draft says in one place; empty where nothing is said there yet. */
export type DraftPart = { of: string; text: string };

/** One place in which two drafts of the same thing differ. */
export type DraftDifference = { of: string; here: string; there: string };

/** Where two drafts differ; both are given part by part, in the same order. */
export function differencesOf(
  here: readonly DraftPart[],
  there: readonly DraftPart[],
): DraftDifference[] {
  return here.flatMap(({ of, text }, index) => {
    const other = there[index]?.text ?? "";
    return text.trim() === other.trim() ? [] : [{ of, here: text.trim(), there: other.trim() }];
  });
}

/** A rating with what it rests on, or why there is none, as one part of a draft. */
export function judgementWords(
  rating: Rating | null,
  notAssessedReason: string,
  evidence: string,
): string {
  const reason = notAssessedReason.trim();
  const pieces = [
    rating === null ? "" : ratingWords[rating],
    reason === "" ? "" : `${ratingWords.not_assessed}: ${reason}`,
    evidence.trim(),
  ];
  return pieces.filter((piece) => piece !== "").join("\n");
}
