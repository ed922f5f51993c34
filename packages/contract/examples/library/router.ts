import { initTRPC } from "@trpc/server";
import { z } from "zod";

/** What every procedure says of itself, beside its schemas. */
type Meta = { roles: string[]; errors?: string[] };

const t = initTRPC.meta<Meta>().create();

const Book = z.object({
  isbn: z.string(),
  title: z.string(),
  state: z.enum(["in", "out", "unknown"]).meta({ fallback: "unknown" }),
});

const title = z
  .string()
  .max(200)
  .refine((text) => text.trim() !== "")
  .meta({ refinement: "not blank" });

/** The library as it was released. */
export const firstRouter = t.router({
  add: t.procedure
    .meta({ roles: ["librarian"] })
    .input(z.strictObject({ isbn: z.string(), title }))
    .output(Book)
    .mutation(({ input }) => ({ ...input, state: "in" as const })),
  list: t.procedure
    .meta({ roles: ["librarian", "reader"] })
    .input(z.strictObject({ search: z.string().max(100).optional() }))
    .output(z.array(Book))
    .query(() => []),
  lend: t.procedure
    .meta({ roles: ["librarian"], errors: ["ALREADY_LENT"] })
    .input(z.strictObject({ isbn: z.string(), to: z.string() }))
    .output(Book)
    .mutation(({ input }) => ({ isbn: input.isbn, title: "", state: "out" as const })),
});

/** The library of next month: books have authors, one state more, and a loan must end. */
export const secondRouter = t.router({
  add: firstRouter.add,
  list: t.procedure
    .meta({ roles: ["librarian", "reader"] })
    .input(z.strictObject({ search: z.string().max(100).optional() }))
    .output(
      z.array(
        Book.extend({
          author: z.string().nullable(),
          state: z.enum(["in", "out", "lost", "unknown"]).meta({ fallback: "unknown" }),
        }),
      ),
    )
    .query(() => []),
  lend: t.procedure
    .meta({ roles: ["librarian"], errors: ["ALREADY_LENT"] })
    .input(z.strictObject({ isbn: z.string(), to: z.string(), until: z.iso.date() }))
    .output(Book)
    .mutation(({ input }) => ({ isbn: input.isbn, title: "", state: "out" as const })),
});
