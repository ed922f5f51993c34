import { expect, test } from "vitest";
import { found } from "./found.ts";

const all = [
  { path: "application.addNote", title: "Add note" },
  { path: "offer.draft", title: "Draft" },
];

test.each([
  ["", 2],
  ["add note", 1],
  ["offer.draft", 1],
  ["NOTE appl", 1],
  ["nothing", 0],
])("%j finds %i", (typed, count) => {
  expect(found(all, typed)).toHaveLength(count);
});
