import type { BoardView, CardView } from "@rubric/domain/application/schemas";
import { expect, test } from "vitest";
import { leave, putBack, takeTo } from "./moved-board.ts";

const card = (applicationId: string, column: string): CardView => ({
  applicationId,
  candidateId: applicationId,
  name: applicationId,
  headline: "",
  column,
  stageId: column,
  planId: "plan",
  interviewed: false,
  state: "active",
  source: "applied",
  createdAt: "2026-01-01T00:00:00.000Z",
  enteredStageAt: "2026-01-02T00:00:00.000Z",
  daysInStage: 9,
  nextWordAt: null,
  late: true,
  sealed: null,
  marks: [],
  next: { kind: "decide", text: "Decide", at: null },
  moves: [{ column: "call", stageId: "call", how: "skip", refusal: null }],
  reject: null,
});
const board: Pick<BoardView, "cards" | "columns"> = {
  cards: [card("a", "applied"), card("b", "applied"), card("c", "call")],
  columns: [
    { key: "applied", name: "Applied", kind: "review", count: 2, medianDays: 9 },
    { key: "call", name: "First call", kind: "interview", count: 1, medianDays: 9 },
  ],
};
const counts = ({ columns }: typeof board) => columns.map((column) => column.count);

test("a card that is taken elsewhere stands there at the end, as new, and may go nowhere yet", () => {
  const moved = takeTo(board, "a", { column: "call", stageId: "s2" });
  expect(moved.cards.map((one) => [one.applicationId, one.column])).toEqual([
    ["b", "applied"],
    ["c", "call"],
    ["a", "call"],
  ]);
  expect(moved.cards.at(-1)).toMatchObject({ stageId: "s2", daysInStage: 0, moves: [] });
  expect(counts(moved)).toEqual([1, 2]);
});

test("a card that leaves is counted nowhere", () => {
  const left = leave(board, "c");
  expect(left.cards.map((one) => one.applicationId)).toEqual(["a", "b"]);
  expect(counts(left)).toEqual([2, 0]);
});

test.each([takeTo(board, "a", { column: "call", stageId: "s2" }), leave(board, "a")])(
  "what was refused is undone for that card only, where it stood",
  (shown) => {
    const meanwhile = leave(shown, "b");
    const back = putBack(meanwhile, board, "a");
    expect(back.cards).toEqual([board.cards[0], board.cards[2]]);
    expect(counts(back)).toEqual([1, 1]);
  },
);
