import { expect, test } from "vitest";
import { readInput, schemaFrom } from "./read-input.ts";

const schema = schemaFrom({
  type: "object",
  additionalProperties: false,
  required: ["states", "search"],
  properties: {
    states: { type: "array", items: { enum: ["open", "closed"] } },
    search: { anyOf: [{ type: "string", maxLength: 3 }, { type: "null" }] },
  },
});

test("an input that is right is its value", () => {
  const value = { states: ["open"], search: null };
  expect(readInput(JSON.stringify(value), schema)).toEqual({ value, wrong: [] });
});

test("what is no JSON says where it stops being so", () => {
  expect(readInput('{\n  "states": [],\n}', schema).wrong).toEqual([
    "This is not JSON: look at line 3, character 1.",
  ]);
  expect(readInput('{"states": [}', schema).wrong).toEqual([
    "This is not JSON: “}” does not belong where it stands.",
  ]);
  expect(readInput("", schema).wrong).toEqual(["This is not JSON."]);
});

test("what is wrong is named by its path, inside of unions too", () => {
  const { wrong } = readInput('{"states":["opn"],"search":"four"}', schema);
  expect(wrong).toEqual([
    "states.0: This must be one of open, closed.",
    "search: At most 3 characters.",
  ]);
  expect(readInput('{"states":[],"search":null,"no":1}', schema).wrong).toEqual([
    "Not known here: no.",
  ]);
});
