import type { BoardView, CardView } from "@rubric/domain/application/schemas";

export type Move = CardView["moves"][number];

/** What a move does, as one reads it before making it. */
export function moveWords(move: Move, name: string): string {
  if (move.how === "decide") return `Decide for ${name}, with grounds`;
  return move.how === "skip"
    ? `Skip to ${name}: a deviation, with a reason`
    : `Back to ${name}: a deviation, with a reason`;
}

/** Why a move is refused, or null. */
export function refusalOf(
  board: Pick<BoardView, "refusals">,
  index: number | null,
): BoardView["refusals"][number] | null {
  return index === null ? null : (board.refusals[index] ?? null);
}
