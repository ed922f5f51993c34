import { z } from "zod";
import { AddBook, Arrival, LIBRARY, withoutProcedure, withProcedure } from "../fixture/library.ts";
import { type Library, streamOf } from "../fixture/router.ts";
import type { Proofs } from "./mutant.ts";

const served = (transport: Library["transport"]): Library => ({ ...LIBRARY, transport });
const renamed = (kind: "query" | "mutation"): Library => {
  const { "book.scan": scan, ...procedures } = LIBRARY.procedures;
  return { ...LIBRARY, procedures: { ...procedures, "book.read": { ...scan, kind } } };
};
const permitted = (permission: { name: string; holders: string[]; conditions: string[] }) =>
  withProcedure("book.show", { says: { permission } });
const usual = { name: "book", holders: ["librarian", "member"], conditions: ["is here"] };
const keyed = (idempotency: "required" | "optional") =>
  withProcedure("book.add", { says: { idempotency } });
const shown = z.strictObject({ id: z.uuid().meta({ idFormat: "uuidv4" }) });
const arriving = (piece: z.ZodType, eventId: string) =>
  withProcedure("book.arrivals", { output: streamOf(piece, { eventId }) });
const member = z.object({ name: z.string() });
const rated = (calls: number) =>
  served({ rates: { usual: { calls, seconds: 60 }, slow: { calls: 60, seconds: 60 } } });

/** What holds for a procedure as a whole, or for all of them. */
export const PROCEDURE_RULES: Proofs<"P"> = {
  P1: {
    mutants: [{ next: withoutProcedure("book.scan"), expected: ["P1 breaking"] }],
    twins: [{ old: withoutProcedure("book.scan"), next: LIBRARY, expected: [] }],
  },
  P2: {
    mutants: [{ next: renamed("mutation"), expected: ["P2 breaking"] }],
    twins: [{ next: renamed("query"), expected: ["P1 breaking"] }],
  },
  P3: {
    mutants: [
      { next: withProcedure("book.show", { kind: "mutation" }), expected: ["P3 breaking"] },
      { next: withProcedure("book.scan", { kind: "query" }), expected: ["P3 breaking"] },
    ],
    twins: [
      {
        next: withProcedure("book.show", { input: shown.extend({ more: z.boolean().optional() }) }),
        expected: ["I3 safe", "I3 warning"],
      },
    ],
  },
  P4: {
    mutants: [
      { next: served({ transformer: "superjson" }), expected: ["P4 breaking"] },
      { old: served({ transformer: "superjson" }), next: LIBRARY, expected: ["P4 breaking"] },
    ],
    twins: [
      {
        old: served({ transformer: "superjson" }),
        next: served({ transformer: "superjson", batchLimit: 20 }),
        expected: [],
      },
    ],
  },
  P5: {
    mutants: [{ next: served({ batchLimit: 5 }), expected: ["P5 breaking"] }],
    twins: [{ next: served({ batchLimit: 20 }), expected: [] }],
  },
  P6: {
    mutants: [{ next: served({ methodOverride: false }), expected: ["P6 breaking"] }],
    twins: [{ old: served({ methodOverride: false }), next: LIBRARY, expected: [] }],
  },
  P7: {
    mutants: [
      { next: permitted({ ...usual, holders: ["librarian"] }), expected: ["P7 breaking"] },
      {
        next: permitted({ ...usual, conditions: ["is here", "is old"] }),
        expected: ["P7 breaking"],
      },
      {
        next: permitted({ ...usual, holders: [...usual.holders, "guest"] }),
        expected: ["P7 review"],
      },
      { next: permitted({ ...usual, conditions: [] }), expected: ["P7 review"] },
      {
        next: permitted({ ...usual, holders: ["librarian", "guest"] }),
        expected: ["P7 breaking", "P7 review"],
      },
    ],
    twins: [{ next: permitted({ ...usual, name: "book.read" }), expected: [] }],
  },
  P8: {
    mutants: [{ next: keyed("required"), expected: ["P8 breaking"] }],
    twins: [{ old: keyed("required"), next: keyed("optional"), expected: [] }],
  },
  P9: {
    mutants: [
      { next: served({ shape: z.object({ code: z.string() }) }), expected: ["P9 breaking"] },
      {
        next: withProcedure("book.show", { says: { errors: ["GONE", "LENT"] } }),
        expected: ["P9 warning"],
      },
    ],
    twins: [
      {
        next: served({
          shape: z.object({ code: z.string(), sentence: z.string(), lift: z.string() }),
        }),
        expected: ["P9 safe"],
      },
      { next: withProcedure("book.show", { says: { errors: [] } }), expected: ["P9 safe"] },
    ],
  },
  P10: {
    mutants: [
      {
        next: withProcedure("member.list", { output: streamOf(member) }),
        expected: ["P10 breaking"],
      },
      {
        old: withProcedure("member.list", { output: streamOf(member) }),
        next: LIBRARY,
        expected: ["P10 breaking"],
      },
    ],
    twins: [
      {
        old: withProcedure("member.list", { output: streamOf(member) }),
        next: withProcedure("member.list", {
          output: streamOf(member.extend({ since: z.string() })),
        }),
        expected: ["O5 safe"],
      },
    ],
  },
  P11: {
    mutants: [{ next: arriving(Arrival, "ulid"), expected: ["P11 breaking"] }],
    twins: [
      {
        next: arriving(Arrival.extend({ shelf: z.string() }), "uuidv7"),
        expected: ["O5 safe"],
      },
    ],
  },
  P12: {
    mutants: [
      {
        next: withProcedure("book.show", { says: { rate: "slow" } }),
        expected: ["P12 warning"],
      },
      { next: rated(300), expected: ["P12 warning"] },
    ],
    twins: [
      { next: withProcedure("member.list", { says: { rate: "usual" } }), expected: [] },
      { next: rated(1200), expected: [] },
      {
        next: withProcedure("book.add", {
          input: AddBook.describe("Slowly"),
          says: { idempotency: "optional" },
        }),
        expected: [],
      },
    ],
  },
};
