import { expect, it } from "vitest";
import { sideBySide } from "./side-by-side.ts";

const STORIES = [
  ["a", [1, 4, 9]],
  ["b", [2, 3, 10]],
  ["c", [5, 6]],
] as const;

async function told(atOnce: number): Promise<number[]> {
  const order: number[] = [];
  await sideBySide(STORIES, atOnce, async ([, days], turn) => {
    for (const day of days) {
      await turn(new Date(2026, 0, day));
      order.push(day);
      await Promise.resolve();
    }
  });
  return order;
}

it("tells what happens in the order of its instants", async () => {
  expect(await told(1)).toEqual([1, 2, 3, 4, 5, 6, 9, 10]);
});

it("tells what is to be alone with nothing beside it", async () => {
  let busy = 0;
  const beside: number[] = [];
  await sideBySide([1, 2, 3, 4], 4, async (story, turn) => {
    for (const day of [story, story + 4]) {
      await turn(new Date(2026, 0, day), day % 2 === 0);
      busy += 1;
      if (day % 2 === 0) beside.push(busy);
      await new Promise((resolve) => setImmediate(resolve));
      if (day % 2 === 0) beside.push(busy);
      busy -= 1;
    }
  });
  expect(beside).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
});

it("ends too when more may be told at once than there are stories", async () => {
  expect((await told(5)).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 9, 10]);
});

it("fails when a story fails, and leaves none waiting", async () => {
  const broken = sideBySide([1, 2], 1, async (story, turn) => {
    await turn(new Date(2026, 0, story));
    if (story === 1) throw new Error("broken");
  });
  await expect(broken).rejects.toThrow("broken");
});
