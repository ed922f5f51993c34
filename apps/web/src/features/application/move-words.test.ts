import { expect, test } from "vitest";
import { type Move, sharedRefusals } from "./move-words.ts";

const refusals = ["Amara decides.", "Only Amara skips."].map((sentence) => ({
  sentence,
  lift: null,
  law: null,
  explanation: null,
  code: "FORBIDDEN",
}));
const move = (refusal: number | null): Move => ({
  column: "loop",
  stageId: "loop",
  how: "decide",
  refusal,
});

test("says why once where nothing is open, and nothing where one way is", () => {
  const said = (moves: Move[], reject: number | null) =>
    sharedRefusals({ refusals }, { moves, reject }).map((one) => one.sentence);
  expect(said([move(0), move(1), move(1)], 0)).toEqual(["Amara decides.", "Only Amara skips."]);
  expect(said([move(0), move(null)], 0)).toEqual([]);
  expect(said([move(0)], null)).toEqual([]);
});
