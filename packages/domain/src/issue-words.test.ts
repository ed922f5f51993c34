import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Day, fieldErrors, Id, Instant } from "./wire.ts";

/** What is said of one value that a schema does not take. */
function said(schema: z.ZodType, value: unknown): Record<string, string> {
  const { error } = schema.safeParse(value);
  return error === undefined ? {} : fieldErrors(error);
}

describe("what is said of a value that no sentence of its own was written for", () => {
  it.each<[z.ZodType, unknown, string]>([
    [z.string(), undefined, "This is missing."],
    [z.enum(["a", "b"]), undefined, "This is missing."],
    [z.string(), 5, "This must be text."],
    [z.int(), 0.5, "This must be a whole number."],
    [z.boolean(), "yes", "This must be true or false."],
    [z.array(z.string()), {}, "This must be a list."],
    [z.strictObject({}), [], "This must be an object."],
    [z.enum(["a", "b"]), "c", "This must be one of a, b."],
    [z.literal("offer"), "hire", "This must be offer."],
    [z.string().max(3), "four", "At most 3 characters."],
    [z.string().min(1), "", "Please fill this in."],
    [z.string().min(2), "a", "At least 2 characters."],
    [z.string().length(2), "a", "Exactly 2 characters."],
    [z.int().max(5), 6, "At most 5."],
    [z.number().positive(), 0, "More than 0."],
    [z.array(z.int()).min(1), [], "At least 1 entry."],
    [z.array(z.int()).max(2), [1, 2, 3], "At most 2 entries."],
    [z.number().multipleOf(5), 3, "This must be a multiple of 5."],
    [Id, "x", "This is not an id, as in 018f4d2e-7c1a-7b3e-9d52-0c8e6a4f1b27."],
    [Day, "today", "This is not a day, as in 2026-11-23."],
    [Instant, "now", "This is not an instant in UTC, as in 2026-11-23T09:00:00.000Z."],
    [z.url(), "rubric", "This is not an address with its scheme, as in https://rubric.example."],
    [z.string().regex(/^a/), "b", "This does not have the form that is asked for."],
    [z.strictObject({}), { b: 1, c: 2 }, "Not known here: b, c."],
    [
      z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("a") }),
        z.object({ kind: z.literal("b") }),
      ]),
      "a",
      "This must be an object.",
    ],
  ])("%# names what is asked for", (schema, value, sentence) => {
    expect(said(schema, value)).toEqual({ input: sentence });
  });

  it("names the choices of the field that chooses between shapes", () => {
    const schema = z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("offer"), level: z.string() }),
      z.object({ kind: z.literal("reject") }),
    ]);
    expect(said(schema, { kind: "hire" })).toEqual({ kind: "This must be one of offer, reject." });
  });

  describe("of a choice between shapes", () => {
    const Period = z.strictObject({ count: z.int(), unit: z.enum(["day", "month"]) });
    const change = (kind: string, field: string) =>
      z.strictObject({ do: z.literal(kind), [field]: z.string() });

    it.each<[string, z.ZodType, unknown, Record<string, string>]>([
      [
        "what the one that was meant lacks",
        z.union([z.string(), z.strictObject({ a: z.int(), b: z.int(), c: z.int() })]),
        { a: 1, b: 2 },
        { c: "This is missing." },
      ],
      [
        "what the one that was meant takes, however much of it is wrong",
        z.union([Period, z.literal("until_withdrawn")]),
        { count: "x", unit: "y" },
        { count: "This must be a number.", unit: "This must be one of day, month." },
      ],
      [
        "what the one of this name lacks",
        z.union([change("add", "name"), change("drop", "id")]),
        { do: "add" },
        { name: "This is missing." },
      ],
      [
        "all names, where it is none of them",
        z.union([change("add", "name"), change("drop", "id"), change("keep", "id")]),
        { do: "burn" },
        { do: "This must be one of add, drop, keep." },
      ],
      [
        "all types, where it is none of them",
        z.union([z.string(), z.null()]),
        5,
        { input: "This must be text or null." },
      ],
      [
        "how long the one of this type may be",
        z.union([z.string().max(3), z.null()]),
        "four",
        { input: "At most 3 characters." },
      ],
    ])("says %s", (_what, schema, value, fields) => {
      expect(said(schema, value)).toEqual(fields);
    });
  });

  it("leaves a sentence that a schema brings as it is", () => {
    expect(said(z.string().min(3, "Please give a reason."), "")).toEqual({
      input: "Please give a reason.",
    });
    const place = z.union(
      ["DE", "FR"].map((code) => z.string().startsWith(code)),
      "A place is a code.",
    );
    expect(said(place, "Berlin")).toEqual({ input: "A place is a code." });
  });
});
