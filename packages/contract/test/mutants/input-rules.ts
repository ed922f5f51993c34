import { z } from "zod";
import { AddBook, adding, Lend, withProcedure } from "../fixture/library.ts";
import type { Proofs } from "./mutant.ts";

const { shape } = AddBook;
const [paper, audio] = shape.body.options;
const lending = (input: z.ZodType) => withProcedure("loan.lend", { input });
const listing = (input: z.ZodType) => withProcedure("loan.list", { input });
const scanning = (input: z.ZodType) => withProcedure("book.scan", { input });
const isForm = (value: unknown) => value instanceof FormData;
const form = z.custom<FormData>(isForm).meta({ media: "multipart/form-data" });
const bodies = (...options: [typeof paper, ...(typeof paper | typeof audio)[]]) =>
  adding(AddBook.extend({ body: z.discriminatedUnion("kind", options) }));
const word = (...names: string[]) => {
  const refined = names.reduce((text, name) => text.refine((one) => one !== name), z.string());
  return adding(AddBook.extend({ words: z.array(refined.meta({ refinement: names })) }));
};
const title = (of: z.ZodType) => adding(AddBook.extend({ title: of }));
const pages = (of: z.ZodType) => adding(AddBook.extend({ pages: of.optional() }));
const LOOSER = ["I11 safe"];
const colour = (name: string) =>
  z
    .string()
    .transform((text) => `${name} ${text}`)
    .meta({ transform: name });

/** What goes in: the new contract must accept all that the old one accepted. */
export const INPUT_RULES: Proofs<"I"> = {
  I1: {
    mutants: [
      { next: adding(AddBook.extend({ author: z.string() })), expected: ["I1 breaking"] },
      {
        next: bodies(paper.extend({ cover: z.string() }), audio),
        expected: ["I1 breaking"],
      },
    ],
    twins: [
      {
        next: adding(AddBook.extend({ author: z.string().optional() })),
        expected: ["I3 safe", "I3 warning"],
      },
    ],
  },
  I2: {
    mutants: [
      { next: adding(AddBook.extend({ subtitle: z.string() })), expected: ["I2 breaking"] },
    ],
    twins: [
      {
        next: adding(AddBook.extend({ subtitle: z.string().default("") })),
        expected: ["I12 warning"],
      },
    ],
  },
  I3: {
    mutants: [
      {
        next: adding(AddBook.extend({ author: z.string().default("") })),
        expected: ["I3 safe", "I3 warning"],
      },
      {
        next: lending(Lend.extend({ desk: z.string().optional() })),
        expected: ["I3 safe", "I3 warning"],
      },
    ],
    twins: [{ next: lending(Lend.extend({ desk: z.string() })), expected: ["I1 breaking"] }],
  },
  I4: {
    mutants: [
      { next: adding(AddBook.omit({ subtitle: true })), expected: ["I4 breaking"] },
      { next: adding(AddBook.omit({ title: true })), expected: ["I4 breaking"] },
      { next: lending(Lend.omit({ days: true })), expected: ["I4 warning"] },
    ],
    twins: [
      { next: adding(AddBook.partial({ isbn: true })), expected: LOOSER },
      { next: lending(Lend.partial({ member: true })), expected: LOOSER },
    ],
  },
  I5: {
    mutants: [
      { next: adding(AddBook.extend({ isbn: z.number() })), expected: ["I5 breaking"] },
      { next: lending(Lend.extend({ member: z.enum(["a", "b"]) })), expected: ["I5 breaking"] },
      {
        old: lending(Lend.extend({ member: z.unknown() })),
        next: lending(Lend.extend({ member: z.string() })),
        expected: ["I5 breaking"],
      },
    ],
    twins: [
      {
        next: lending(Lend.extend({ member: z.union([z.string(), z.number()]) })),
        expected: LOOSER,
      },
    ],
  },
  I6: {
    mutants: [
      {
        next: adding(AddBook.extend({ shelf: z.enum(["fiction", "science"]) })),
        expected: ["I6 breaking"],
      },
      {
        next: adding(AddBook.extend({ shelf: z.enum(["fiction", "science", "children", "maps"]) })),
        expected: ["I6 safe"],
      },
      { next: bodies(paper), expected: ["I6 breaking"] },
    ],
    twins: [{ next: adding(AddBook.extend({ shelf: z.string() })), expected: LOOSER }],
  },
  I7: {
    mutants: [{ next: adding(AddBook.extend({ note: z.string() })), expected: ["I7 breaking"] }],
    twins: [
      { next: adding(AddBook.extend({ isbn: shape.isbn.nullable() })), expected: LOOSER },
      { next: adding(AddBook.extend({ note: z.string().nullish() })), expected: LOOSER },
    ],
  },
  I8: {
    mutants: [
      { next: title(z.string().trim().min(1).max(100)), expected: ["I8 breaking"] },
      { next: title(z.string().trim().min(2).max(200)), expected: ["I8 breaking"] },
      { next: pages(z.number().gt(1)), expected: ["I8 breaking"] },
    ],
    twins: [
      { next: title(z.string().trim().min(1).max(300)), expected: LOOSER },
      { next: pages(z.number().gt(0)), expected: LOOSER },
    ],
  },
  I9: {
    mutants: [
      { next: pages(z.number().min(1).max(5000)), expected: ["I9 breaking"] },
      {
        next: adding(AddBook.extend({ words: shape.words.max(5) })),
        expected: ["I9 breaking"],
      },
    ],
    twins: [
      { next: pages(z.number()), expected: LOOSER },
      { next: adding(AddBook.extend({ words: shape.words.min(0) })), expected: [] },
    ],
  },
  I10: {
    mutants: [
      { next: pages(z.int().min(1)), expected: ["I10 breaking"] },
      { next: pages(z.number().min(1).multipleOf(2)), expected: ["I10 breaking"] },
      {
        next: adding(AddBook.extend({ isbn: z.string().regex(/^97[89]\d{10}$/) })),
        expected: ["I10 breaking"],
      },
      { next: lending(Lend.extend({ member: z.email() })), expected: ["I10 breaking"] },
      {
        next: title(z.string().min(1).max(200).trim()),
        expected: ["I10 breaking"],
      },
      {
        next: adding(
          AddBook.extend({
            isbn: z
              .string()
              .trim()
              .regex(/^\d{13}$/),
          }),
        ),
        expected: ["I10 breaking"],
      },
    ],
    twins: [
      { next: adding(AddBook.extend({ isbn: z.string() })), expected: LOOSER },
      {
        old: pages(z.number().multipleOf(4)),
        next: pages(z.number().multipleOf(2)),
        expected: LOOSER,
      },
    ],
  },
  I11: {
    mutants: [
      { next: adding(AddBook.extend({ words: shape.words.optional() })), expected: LOOSER },
      {
        old: adding(AddBook.extend({ words: shape.words.max(3) })),
        next: adding(AddBook.extend({ words: shape.words.max(4) })),
        expected: LOOSER,
      },
    ],
    twins: [
      {
        old: adding(AddBook.extend({ words: shape.words.max(3) })),
        next: adding(AddBook.extend({ words: shape.words.max(2) })),
        expected: ["I8 breaking"],
      },
    ],
  },
  I12: {
    mutants: [
      {
        next: adding(AddBook.extend({ copies: z.int().min(1).max(100).default(2) })),
        expected: ["I12 warning"],
      },
      {
        next: adding(AddBook.extend({ copies: z.int().min(1).max(100).optional() })),
        expected: ["I12 warning"],
      },
    ],
    twins: [
      {
        next: adding(AddBook.extend({ isbn: shape.isbn.default("9780000000000") })),
        expected: LOOSER,
      },
    ],
  },
  I13: {
    mutants: [{ next: lending(Lend.strict()), expected: ["I13 breaking"] }],
    twins: [
      { next: adding(AddBook.strip()), expected: LOOSER },
      { next: lending(Lend.loose()), expected: LOOSER },
    ],
  },
  I14: {
    mutants: [
      { next: adding(AddBook.extend({ due: z.number() })), expected: ["I14 breaking"] },
      { next: title(z.string().min(1).max(200)), expected: ["I14 breaking"] },
    ],
    twins: [{ next: pages(z.coerce.number().min(1)), expected: LOOSER }],
  },
  I15: {
    mutants: [
      { next: word("a word", "one line"), expected: ["I15 breaking"] },
      { next: word("a longer word"), expected: ["I11 safe", "I15 breaking"] },
    ],
    twins: [{ next: word(), expected: LOOSER }],
  },
  I16: {
    mutants: [
      { next: adding(AddBook.extend({ colour: colour("hue") })), expected: ["I16 warning"] },
      { next: lending(Lend.extend({ member: z.string().trim() })), expected: ["I16 warning"] },
    ],
    twins: [
      { next: adding(AddBook.extend({ colour: colour("length").describe("Hue") })), expected: [] },
    ],
  },
  I17: {
    mutants: [
      { next: listing(z.strictObject({ after: z.string() })), expected: ["I17 breaking"] },
      {
        old: listing(z.void()),
        next: listing(z.strictObject({ after: z.string().optional() })),
        expected: ["I17 breaking"],
      },
      {
        old: listing(Lend.optional()),
        next: listing(Lend),
        expected: ["I17 breaking"],
      },
    ],
    twins: [
      { next: listing(z.strictObject({ after: z.string() }).optional()), expected: LOOSER },
      { next: listing(z.void()), expected: [] },
    ],
  },
  I18: {
    mutants: [
      { next: scanning(form), expected: ["I18 breaking"] },
      {
        old: scanning(form),
        next: scanning(z.strictObject({ code: z.string() })),
        expected: ["I18 breaking"],
      },
    ],
    twins: [
      { old: scanning(form), next: scanning(form.describe("Scan")), expected: [] },
      {
        next: scanning(z.strictObject({ code: z.string(), desk: z.string().optional() })),
        expected: ["I3 safe", "I3 warning"],
      },
    ],
  },
};
