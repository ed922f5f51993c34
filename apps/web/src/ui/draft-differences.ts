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

/** The text of a part that is said in several pieces, of which some may be missing. */
export const saidIn = (...pieces: readonly string[]): string =>
  pieces.filter((piece) => piece.trim() !== "").join("\n");
