import { z } from "zod";
import { Book, LIBRARY, Loans, Members, showing, withProcedure } from "../fixture/library.ts";
import type { Library } from "../fixture/router.ts";
import type { Proofs } from "./mutant.ts";

const { shape } = Book;
const [paper, audio] = shape.body.options;
const strictly = (library: Library): Library => ({ ...library, readers: "strict" });
const listing = (output: z.ZodType | undefined) => withProcedure("loan.list", { output });
const members = (output: z.ZodType) => withProcedure("member.list", { output });
const page = (items: z.ZodRawShape, cursor: string) =>
  z.object(items).meta({ page: { items: "loans", cursor } });
const one = z.object({ name: z.string() });
const SHELVES = ["fiction", "science", "children"] as const;
const bodies = (...options: [typeof paper, ...(typeof paper | typeof audio)[]]) =>
  showing(Book.extend({ body: z.discriminatedUnion("kind", options) }));

/** What comes out: the old contract must accept all that the new one may emit. */
export const OUTPUT_RULES: Proofs<"O"> = {
  O1: {
    mutants: [
      { next: showing(Book.omit({ title: true })), expected: ["O1 breaking"] },
      { next: showing(Book.omit({ subtitle: true })), expected: ["O1 breaking"] },
    ],
    twins: [{ next: showing(Book.extend({ author: z.string() })), expected: ["O5 safe"] }],
  },
  O2: {
    mutants: [{ next: showing(Book.partial({ title: true })), expected: ["O2 breaking"] }],
    twins: [{ next: showing(Book.required({ subtitle: true })), expected: ["O9 safe"] }],
  },
  O3: {
    mutants: [
      { next: showing(Book.extend({ pages: z.int().nullable() })), expected: ["O3 breaking"] },
      { next: showing(Book.nullable()), expected: ["O3 breaking"] },
    ],
    twins: [{ next: showing(Book.extend({ due: z.string() })), expected: ["O4 safe"] }],
  },
  O4: {
    mutants: [{ next: showing(Book.extend({ due: z.string() })), expected: ["O4 safe"] }],
    twins: [
      {
        old: showing(Book.extend({ due: z.string() })),
        next: LIBRARY,
        expected: ["O3 breaking"],
      },
    ],
  },
  O5: {
    mutants: [
      { next: showing(Book.extend({ author: z.string().optional() })), expected: ["O5 safe"] },
      {
        old: strictly(LIBRARY),
        next: strictly(showing(Book.extend({ author: z.string().optional() }))),
        expected: ["O5 breaking"],
      },
      { next: showing(Book.loose()), expected: ["O5 safe"] },
      {
        old: strictly(LIBRARY),
        next: showing(Book.extend({ author: z.string() })),
        expected: ["O5 breaking"],
      },
    ],
    twins: [
      { next: showing(Book.strict()), expected: [] },
      {
        old: strictly(showing(Book.loose())),
        next: strictly(showing(Book.loose().extend({ author: z.string() }))),
        expected: ["O9 safe"],
      },
    ],
  },
  O6: {
    mutants: [
      {
        next: showing(Book.extend({ shelf: z.enum([...SHELVES, "maps"]) })),
        expected: ["O6 breaking"],
      },
      {
        next: showing(
          Book.extend({
            state: z.enum(["in", "out", "lost", "unknown"]).meta({ fallback: "unknown" }),
          }),
        ),
        expected: ["O6 safe"],
      },
    ],
    twins: [
      {
        next: showing(Book.extend({ shelf: z.enum(["fiction", "science"]) })),
        expected: ["O7 safe"],
      },
      {
        next: showing(Book.extend({ shelf: z.enum(SHELVES).meta({ fallback: "science" }) })),
        expected: [],
      },
    ],
  },
  O7: {
    mutants: [
      {
        next: showing(Book.extend({ shelf: z.enum(["fiction", "science"]) })),
        expected: ["O7 safe"],
      },
    ],
    twins: [
      {
        next: showing(Book.extend({ shelf: z.enum([...SHELVES, "kids"]) })),
        expected: ["O6 breaking"],
      },
    ],
  },
  O8: {
    mutants: [
      {
        old: bodies(paper, audio),
        next: showing(
          Book.extend({
            body: z.discriminatedUnion("kind", [
              paper,
              audio,
              z.object({ kind: z.literal("film") }),
            ]),
          }),
        ),
        expected: ["O8 breaking"],
      },
      {
        next: showing(
          Book.extend({
            body: z.discriminatedUnion("type", [
              z.object({ type: z.literal("paper"), weight: z.number() }),
              z.object({ type: z.literal("audio"), minutes: z.number() }),
            ]),
          }),
        ),
        expected: ["O8 breaking"],
      },
    ],
    twins: [
      { next: bodies(paper), expected: ["O9 safe"] },
      {
        next: bodies(paper, audio.extend({ voice: z.string() })),
        expected: ["O5 safe"],
      },
    ],
  },
  O9: {
    mutants: [
      { next: showing(Book.extend({ pages: z.string() })), expected: ["O9 breaking"] },
      { next: showing(Book.extend({ pages: z.number() })), expected: ["O9 breaking"] },
      { next: showing(Book.extend({ shelf: z.string() })), expected: ["O9 breaking"] },
      {
        next: showing(Book.extend({ pages: z.union([z.int(), z.string()]) })),
        expected: ["O9 breaking"],
      },
      {
        old: showing(Book.extend({ pages: z.number() })),
        next: LIBRARY,
        expected: ["O9 safe"],
      },
      {
        old: showing(Book.extend({ pages: z.unknown() })),
        next: LIBRARY,
        expected: ["O9 safe"],
      },
    ],
    twins: [
      { next: showing(Book.extend({ pages: z.int().min(1) })), expected: ["O10 safe"] },
      { next: showing(Book.extend({ pages: z.int().meta({ brand: "Pages" }) })), expected: [] },
    ],
  },
  O10: {
    mutants: [
      { next: showing(Book.extend({ title: z.string() })), expected: ["O10 breaking"] },
      { next: showing(Book.extend({ title: z.string().max(201) })), expected: ["O10 breaking"] },
      { next: showing(Book.extend({ title: z.string().max(199) })), expected: ["O10 safe"] },
    ],
    twins: [
      {
        next: showing(Book.extend({ title: z.string().max(200).nullable() })),
        expected: ["O3 breaking"],
      },
      { next: showing(Book.extend({ title: z.string().min(0).max(200) })), expected: [] },
    ],
  },
  O11: {
    mutants: [
      {
        next: showing(Book.extend({ bought: z.date().meta({ encoding: "milliseconds" }) })),
        expected: ["O11 breaking"],
      },
      {
        next: showing(Book.extend({ price: z.bigint().meta({ encoding: "hex string" }) })),
        expected: ["O11 breaking"],
      },
      { next: showing(Book.extend({ bought: z.iso.datetime() })), expected: ["O11 breaking"] },
    ],
    twins: [
      {
        next: showing(
          Book.extend({ price: z.bigint().meta({ encoding: "decimal string", brand: "Cents" }) }),
        ),
        expected: [],
      },
    ],
  },
  O12: {
    mutants: [
      {
        next: members(
          z
            .object({ members: Members, next: z.string().nullable() })
            .meta({ page: { items: "members", cursor: "next" } }),
        ),
        expected: ["O12 breaking"],
      },
      {
        next: listing(page({ loans: Loans.shape.loans, cursor: z.string().nullable() }, "cursor")),
        expected: ["O12 breaking"],
      },
    ],
    twins: [
      {
        next: listing(page({ ...Loans.shape, total: z.int() }, "next")),
        expected: ["O5 safe"],
      },
      {
        next: members(z.array(one).max(50).meta({ sort: "name", limit: 50 })),
        expected: ["O10 safe"],
      },
    ],
  },
  O13: {
    mutants: [
      { next: members(z.array(one).meta({ sort: "age", limit: 50 })), expected: ["O13 warning"] },
      { next: members(z.array(one).meta({ sort: "name", limit: 20 })), expected: ["O13 warning"] },
    ],
    twins: [
      {
        next: members(z.array(one).meta({ sort: "name", limit: 50, description: "By name" })),
        expected: [],
      },
    ],
  },
  O14: {
    mutants: [
      { next: listing(undefined), expected: ["O14 breaking"] },
      { next: withProcedure("book.count", { kind: "query" }), expected: ["O14 breaking"] },
      { old: listing(undefined), next: listing(undefined), expected: ["O14 breaking"] },
    ],
    twins: [
      { next: withProcedure("book.count", { kind: "query", output: z.int() }), expected: [] },
      { old: listing(undefined), next: LIBRARY, expected: ["O9 safe"] },
    ],
  },
  O15: {
    mutants: [
      {
        next: showing(Book.extend({ id: z.ulid().meta({ idFormat: "ulid" }) })),
        expected: ["O15 warning"],
      },
      {
        next: showing(Book.extend({ id: z.uuid().meta({ idFormat: "uuidv7" }) })),
        expected: ["O15 warning"],
      },
    ],
    twins: [
      { next: showing(Book.extend({ id: z.int() })), expected: ["O9 breaking"] },
      { next: showing(Book.extend({ title: z.ulid().max(200) })), expected: ["O10 safe"] },
    ],
  },
  O16: {
    mutants: [
      {
        next: showing(Book.extend({ reader: z.string().meta({ sensitive: true }) })),
        expected: ["O16 review", "O5 safe"],
      },
      {
        next: showing(Book.extend({ title: z.string().max(200).meta({ sensitive: true }) })),
        expected: ["O16 review"],
      },
    ],
    twins: [
      { next: showing(Book.extend({ reader: z.string() })), expected: ["O5 safe"] },
      {
        old: showing(Book.extend({ title: z.string().max(200).meta({ sensitive: true }) })),
        next: LIBRARY,
        expected: [],
      },
    ],
  },
};
