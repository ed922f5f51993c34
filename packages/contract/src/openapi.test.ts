import { Validator } from "@seriousme/openapi-schema-validator";
import { initTRPC } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { emitManifest } from "./emit.ts";
import { openApiOf, type OpenApiOptions } from "./openapi.ts";
import { componentsOf, readable } from "./openapi-schemas.ts";
import { referenceIndex, referenceOf } from "./reference.ts";

const t = initTRPC.create();
const Book = z.object({ id: z.uuid(), title: z.string(), printedAt: z.iso.datetime().nullable() });
const Isbn = z
  .string()
  .trim()
  .refine((text) => text.length === 13)
  .meta({ refinement: "13 digits" });

const router = t.router({
  book: t.router({
    rename: t.procedure
      .input(z.strictObject({ id: z.uuid(), title: z.string().max(80) }))
      .output(Book)
      .mutation(() => ({ id: "", title: "", printedAt: null })),
    show: t.procedure
      .input(z.strictObject({ isbn: Isbn }))
      .output(Book)
      .query(() => ({ id: "", title: "", printedAt: null })),
    count: t.procedure.output(z.object({ books: z.int() })).query(() => ({ books: 0 })),
    follow: t.procedure.subscription(async function* () {
      yield 1;
    }),
  }),
});

function manifestOf(readers: "tolerant" | "strict" = "tolerant") {
  return emitManifest(router, {
    describe: (path) => ({
      permission: { name: path, holders: ["librarian"], conditions: [] },
      errors: path === "book.rename" ? ["ON_LOAN"] : [],
      rate: "usual",
      idempotency: path === "book.rename" ? "required" : null,
      cache: "no-store",
      since: null,
      deprecated: path === "book.count" ? "1.2.0" : null,
      sunset: path === "book.count" ? "2.0.0" : null,
    }),
    transport: {
      transformer: null,
      batchLimit: 1,
      methodOverride: false,
      rates: { usual: { calls: 10, seconds: 1 } },
      errorShape: z.object({ code: z.string() }),
    },
    readers,
    events: { "book.lent": { version: 2, payload: z.object({ bookId: z.uuid() }) } },
    now: new Date(0),
  });
}

const options: OpenApiOptions = {
  title: "Library",
  description: "Books.",
  prefix: "/rpc",
  statusOf: (code) => (code === "ON_LOAN" ? 409 : 401),
  sentenceOf: (code) => `Says ${code}.`,
  universal: ["WHO"],
  securitySchemes: { token: { type: "http", scheme: "bearer" } },
  access: () => ({ security: [{ token: [] }], headers: [] }),
};
const made = openApiOf(manifestOf(), options);

describe("the document of a router that is not ours", () => {
  it("is valid, with its webhooks", async () => {
    const { errors } = await new Validator().validate(JSON.parse(JSON.stringify(made)));
    expect(errors).toBeUndefined();
    expect(made).toMatchObject({
      webhooks: {
        "book.lent": {
          post: {
            summary: "Lent (version 2)",
            requestBody: {
              content: {
                "application/json": { schema: { $ref: "#/components/schemas/BookLentEvent" } },
              },
            },
          },
        },
      },
    });
  });

  it("has a POST for each query and command, and none for a subscription", () => {
    expect(Object.keys(made.paths)).toEqual([
      "/rpc/book/count",
      "/rpc/book/rename",
      "/rpc/book/show",
    ]);
    expect(made.paths["/rpc/book/count"]?.post).not.toHaveProperty("requestBody");
    expect(made.paths["/rpc/book/count"]?.post).toMatchObject({
      deprecated: true,
      "x-deprecated": "1.2.0",
      "x-sunset": "2.0.0",
    });
  });

  it("asks for a key where the manifest does", () => {
    expect(made.paths["/rpc/book/rename"]?.post).toMatchObject({
      parameters: [{ name: "Idempotency-Key", required: true }],
    });
    expect(made.paths["/rpc/book/show"]?.post).not.toHaveProperty("parameters");
  });

  it("gives each refusal its status, the declared ones with the procedure", () => {
    expect(made.paths["/rpc/book/rename"]?.post).toMatchObject({
      responses: {
        "401": { $ref: "#/components/responses/Refused401" },
        "409": { description: "- `ON_LOAN` Says ON_LOAN." },
      },
    });
    expect(made.paths["/rpc/book/show"]?.post["responses"]).not.toHaveProperty("409");
  });
});

describe("components", () => {
  it("stand once for what is equal, named by the query", () => {
    expect(Object.keys(made.components.schemas)).toEqual([
      "BookCountOutput",
      "BookLentEvent",
      "BookRenameInput",
      "BookShowInput",
      "BookShowOutput",
      "Error",
    ]);
  });

  it("close an output only where its readers are strict", () => {
    const closed = (readers: "tolerant" | "strict") =>
      componentsOf(manifestOf(readers)).schemas["BookShowOutput"]?.["additionalProperties"];
    expect([closed("tolerant"), closed("strict")]).toEqual([undefined, false]);
    expect(made.components.schemas["BookRenameInput"]).toMatchObject({
      additionalProperties: false,
    });
  });

  it("say their stamps in words, and a format once", () => {
    expect(made.components.schemas["BookShowInput"]).toMatchObject({
      properties: { isbn: { description: "Is trimmed first. Also checked: 13 digits." } },
    });
    expect(made.components.schemas["BookShowOutput"]).toMatchObject({
      properties: { id: { type: "string", format: "uuid" } },
    });
    expect(JSON.stringify(made)).not.toContain("0-9a-fA-F");
  });

  it("leave fields and data alone that are called like keywords", () => {
    const schema = {
      type: "object",
      properties: {
        pattern: { type: "string" },
        additionalProperties: { const: { pattern: "x" } },
      },
    };
    expect(readable(schema, true)).toEqual(schema);
  });
});

describe("the reference", () => {
  it("lists procedures and events, and shows one", () => {
    const index = referenceIndex(manifestOf());
    expect(index.procedures.map(({ path }) => path)).toEqual([
      "book.count",
      "book.follow",
      "book.rename",
      "book.show",
    ]);
    expect(index.events).toMatchObject([{ name: "book.lent", version: 2 }]);
    expect(referenceOf(manifestOf(), "book.rename", options)).toMatchObject({
      address: "/rpc/book/rename",
      title: "Rename",
      limit: { calls: 10, seconds: 1 },
      errors: [{ code: "ON_LOAN", status: 409, sentence: "Says ON_LOAN." }],
      universal: [{ code: "WHO", status: 401 }],
    });
    expect(referenceOf(manifestOf(), "constructor", options)).toBeNull();
  });
});
