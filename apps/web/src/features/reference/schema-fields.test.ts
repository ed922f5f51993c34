import { expect, test } from "vitest";
import { fieldsOf } from "./schema-fields.ts";

const object = (properties: Record<string, object>, required: string[] = []) =>
  fieldsOf({ type: "object", properties, required });

test("a field has its type, whether it must be there, and its bounds in words", () => {
  const [id, title, count] = object(
    {
      id: { type: "string", format: "uuid" },
      title: { type: "string", minLength: 2, maxLength: 2000, description: "Is trimmed first." },
      count: { type: "integer", minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
    },
    ["id"],
  );
  expect(id).toMatchObject({ name: "id", type: "uuid", optional: false, facts: [] });
  expect(title).toMatchObject({
    optional: true,
    facts: ["2 to 2,000 characters", "Is trimmed first."],
  });
  expect(count).toMatchObject({ type: "whole number", facts: ["at least 1"] });
});

test("null is no type of its own", () => {
  const fields = object({
    a: { anyOf: [{ type: "string", maxLength: 5 }, { type: "null" }] },
    b: { type: ["string", "null"] },
    c: { anyOf: [{ type: "object", properties: { x: { type: "string" } } }, { type: "null" }] },
  });
  expect(fields.map(({ nullable, type }) => [nullable, type])).toEqual([
    [true, "text"],
    [true, "text"],
    [true, "object"],
  ]);
  expect(fields[0]?.facts).toEqual(["at most 5 characters"]);
  expect(fields[2]?.inside[0]?.name).toBe("x");
});

test("what is inside of lists, maps and unions is inside of the field", () => {
  const [list, map, union, words] = object({
    list: { type: "array", items: { type: "object", properties: { a: { type: "boolean" } } } },
    map: { type: "object", additionalProperties: { type: "string" } },
    union: {
      oneOf: [
        { type: "object", properties: { kind: { const: "yes" } } },
        { type: "object", properties: { kind: { const: "no" }, why: { type: "string" } } },
      ],
    },
    words: { type: "array", items: { enum: ["one", "two"], type: "string" }, maxItems: 2 },
  });
  expect(list).toMatchObject({ type: "list of object", inside: [{ name: "a" }] });
  expect(map).toMatchObject({ type: "map", inside: [{ name: "any key", type: "text" }] });
  expect(union).toMatchObject({
    type: "one of 2 shapes",
    inside: [{ name: "kind: yes" }, { name: "kind: no", inside: [{}, { name: "why" }] }],
  });
  expect(words).toMatchObject({
    type: "list of these",
    members: ["one", "two"],
    facts: ["at most 2 entries"],
  });
});

test("parts of one schema are read as one", () => {
  const [at] = object({
    at: {
      type: "string",
      allOf: [{ format: "date-time", pattern: "Z$" }, { pattern: "^[12]\\d{3}-" }],
    },
  });
  expect(at).toMatchObject({ type: "instant", facts: [] });
});
