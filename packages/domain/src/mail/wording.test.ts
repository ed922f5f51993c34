import { expect, it } from "vitest";
import { greeting } from "./wording.ts";

it.each([
  ["Ada Lovelace", "Hello Ada,"],
  ["  Zuzana Horváthová", "Hello Zuzana,"],
  ["O’Neill-Ortiz", "Hello O’Neill-Ortiz,"],
  ["https://prize.example/claim now", "Hello,"],
  ["prize.example Claim", "Hello,"],
  ["<b>Bo</b>", "Hello,"],
])("greets %j as %j, and nobody by an address", (name, words) =>
  expect(greeting(name)).toBe(words),
);
