import { expect, it } from "vitest";
import { requireFrozen } from "./frozen.ts";

it("the program that ours is measured by is the one that was agreed upon", () => {
  expect(requireFrozen).not.toThrow();
});
