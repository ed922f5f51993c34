import type { BoardView, CardView } from "@rubric/domain/application/schemas";

export type Move = CardView["moves"][number];
export type Refusal = BoardView["refusals"][number];

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
): Refusal | null {
  return index === null ? null : (board.refusals[index] ?? null);
}

/** Why each way on is refused, each reason once; empty where one of them is open. */
export function sharedRefusals(
  board: Pick<BoardView, "refusals">,
  card: Pick<CardView, "moves" | "reject">,
): Refusal[] {
  const refused = [...card.moves.map((move) => move.refusal), card.reject];
  if (refused.includes(null)) return [];
  return [...new Set(refused)].flatMap((index) => refusalOf(board, index) ?? []);
}
