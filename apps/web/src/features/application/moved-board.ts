import type { BoardView, CardView } from "@rubric/domain/application/schemas";

type Board = Pick<BoardView, "cards" | "columns">;
export type Place = { column: string; stageId: string };

/** The board as it will be once a card has gone elsewhere. Until that is known it goes no further. */
export function takeTo<B extends Board>(board: B, applicationId: string, to: Place): B {
  const card = board.cards.find((one) => one.applicationId === applicationId);
  if (card === undefined) return board;
  const there: CardView = { ...card, ...to, daysInStage: 0, marks: [], moves: [] };
  return recount(board, [...without(board, applicationId), there]);
}

/** The board as it will be once a card is no longer under way. */
export function leave<B extends Board>(board: B, applicationId: string): B {
  return recount(board, without(board, applicationId));
}

/** The board with one card where it stood before; whatever else has moved meanwhile stays moved. */
export function putBack<B extends Board>(board: B, before: Board, applicationId: string): B {
  const stood = before.cards.findIndex((one) => one.applicationId === applicationId);
  const card = before.cards[stood];
  if (card === undefined) return board;
  const ahead = new Set(before.cards.slice(0, stood).map((one) => one.applicationId));
  const others = without(board, applicationId);
  const at = others.findLastIndex((one) => ahead.has(one.applicationId)) + 1;
  return recount(board, others.toSpliced(at, 0, card));
}

function without({ cards }: Board, applicationId: string): CardView[] {
  return cards.filter((one) => one.applicationId !== applicationId);
}

function recount<B extends Board>(board: B, cards: CardView[]): B {
  const countIn = (key: string) => cards.filter((one) => one.column === key).length;
  const columns = board.columns.map((column) => ({ ...column, count: countIn(column.key) }));
  return { ...board, cards, columns };
}
